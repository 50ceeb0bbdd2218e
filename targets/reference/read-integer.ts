import { invalidMember } from './invalid-member.ts';
import type { JsonBody } from './read-json.ts';

/** The range of an integer. */
export interface IntegerRange {
  readonly minimum: bigint;
  readonly maximum: bigint;
}

/** An optional member that must be an integer in a range, if it is there. Exact beyond 2^53 too. */
export function readInteger(body: JsonBody, name: string, range: IntegerRange): bigint | undefined {
  if (!Object.hasOwn(body.members, name)) return undefined;
  const value = body.members[name];
  if (typeof value === 'number' && Number.isInteger(value)) {
    const integer = Number.isSafeInteger(value) ? BigInt(value) : exactInteger(body.text, name, value);
    if (integer >= range.minimum && integer <= range.maximum) return integer;
  }
  throw invalidMember(
    name,
    `is not an integer of ${range.minimum.toString()} to ${range.maximum.toString()}`,
  );
}

const jsonToken = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Finds the digits of a number in the outermost object of a JSON text, since the parsed double has lost some. */
function exactInteger(text: string, name: string, rounded: number): bigint {
  let depth = 0;
  let key: string | null = null;
  let found: string | undefined;
  let previous = '';
  for (const [token] of text.matchAll(jsonToken)) {
    if (token === ':' && depth === 1) key = previous;
    else if (previous === ':' && depth === 1 && key !== null && JSON.parse(key) === name) found = token;
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    previous = token;
  }
  // A literal with a fraction or an exponent: the double is the best there is.
  return found !== undefined && /^-?\d+$/.test(found) ? BigInt(found) : BigInt(rounded);
}
