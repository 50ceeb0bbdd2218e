import { invalidMember } from './refusal.ts';
import type { JsonBody } from './read-json.ts';

/** The range of an integer. */
export interface IntegerRange {
  readonly minimum: bigint;
  readonly maximum: bigint;
}

/** An optional member that must be an integer in a range if present. Also exact beyond 2^53. */
export function readInteger(body: JsonBody, name: string, range: IntegerRange): bigint | undefined {
  if (!Object.hasOwn(body.members, name)) return undefined;
  const value = body.members[name];
  if (typeof value === 'number' && Number.isInteger(value)) {
    const integer = Number.isSafeInteger(value) ? BigInt(value) : exactInteger(body.text, name, value);
    if (integer >= range.minimum && integer <= range.maximum) return integer;
  }
  throw invalidMember(name, `Not an integer of ${range.minimum.toString()} to ${range.maximum.toString()}.`);
}

/** The digits of a number as in the JSON text, since the parsed double may have lost some. */
function exactInteger(text: string, name: string, rounded: number): bigint {
  const literals = [...text.matchAll(new RegExp(`"${name}"\\s*:\\s*(-?\\d+)(?![\\d.eE])`, 'g'))];
  // With a fraction, an exponent or an escaped name, the double is the best available value.
  return BigInt(literals.at(-1)?.[1] ?? rounded);
}
