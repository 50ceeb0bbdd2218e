import type { JsonObject } from './answer.ts';
import { invalidMember } from './invalid-member.ts';

/** The range of an integer, in numbers that a double holds exactly. */
export interface IntegerRange {
  readonly minimum: number;
  readonly maximum: number;
}

/** Of int64, as far as a double goes: what is nearer to its end is read as 2^63, which is beyond it. */
export const int64: IntegerRange = { minimum: -(2 ** 63), maximum: 2 ** 63 - 1024 };

/** An optional member that must be an integer in a range, if it is there. */
export function readInteger(members: JsonObject, name: string, range: IntegerRange): number | undefined {
  if (!Object.hasOwn(members, name)) return undefined;
  const value = members[name];
  const isInteger = typeof value === 'number' && Number.isInteger(value);
  if (isInteger && value >= range.minimum && value <= range.maximum) return value;
  throw invalidMember(name, `Not an integer of ${range.minimum} to ${range.maximum}.`);
}
