import { upgrade } from '@scalar/openapi-upgrader';
import { isJsonObject } from './json-object.ts';
import type { JsonObject } from './json-object.ts';

/**
 * Upgrades a document without references to OpenAPI 3.1; one of 3.1 comes back with the same meaning.
 * A `nullable` that the upgrader leaves, because no `type` stands beside it, becomes a choice with null: to the
 * letter of 3.0.3 it says nothing there, but its author meant that null is lawful.
 */
export function upgradeDocument(document: Record<string, unknown>): JsonObject {
  const upgraded: unknown = upgrade(document, '3.1');
  const converted = withoutNullable(upgraded);
  return isJsonObject(converted) ? converted : {};
}

function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (!isJsonObject(value)) return value;
  const converted = Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withoutNullable(inner)]),
  );
  // A member of that name in `properties` is a schema, not a boolean.
  if (typeof converted['nullable'] !== 'boolean') return converted;
  const { nullable, ...schema } = converted;
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema;
}
