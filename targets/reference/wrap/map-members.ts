import type { JsonObject } from '../answer.ts';

/** Changes the values of a JSON object. */
export function mapMembers(
  members: JsonObject,
  change: (value: unknown, name: string) => unknown,
): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, change(value, name)]));
}
