import fc from 'fast-check';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { BodyTemplate } from '../case.ts';
import { jsonMediaType } from '../request/build-request.ts';

type Spelling = (value: JsonValue) => string;

const spellings: readonly Spelling[] = [
  (value) => JSON.stringify(value, null, 2),
  (value) => ` \r\n\t${JSON.stringify(value)}\r\n`,
  (value) => escapeAll(JSON.stringify(value)),
  (value) => JSON.stringify(value).replaceAll('/', '\\/'),
  (value) => JSON.stringify(reverseMembers(value)),
];

/** The same values written in other ways that RFC 8259 allows: blanks, escapes, another order of members. */
export function spellJson(values: fc.Arbitrary<JsonValue>): fc.Arbitrary<BodyTemplate> {
  return fc
    .tuple(fc.constantFrom(...spellings), values)
    .map(([spell, value]) => ({ type: 'text', text: spell(value), mediaType: jsonMediaType }));
}

/** Escapes every UTF-16 unit beyond ASCII: an astral character becomes a pair of escapes. */
function escapeAll(json: string): string {
  return json.replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function reverseMembers(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).reverse());
}
