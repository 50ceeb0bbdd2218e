import fc from 'fast-check';
import { isJsonObject } from '../../spec/json-object.ts';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { Parameter } from '../../spec/operation.ts';
import { buildArbitrary } from '../schema/build-arbitrary.ts';
import { keepFitting } from '../schema/keep-fitting.ts';
import { readNumber } from '../schema/read-keyword.ts';
import type { SchemaObject } from '../schema/read-keyword.ts';
import { readTypes, UnbuildableSchema } from '../schema/schema-types.ts';
import { longestText } from '../schema/size-limits.ts';

/** What each place can hold as it is: RFC 9110 section 5.5, RFC 6265 section 4.1.1; in a query, all is escaped. */
const holdable = {
  header: /^[\x21-\x7E](?:[\x20-\x7E]*[\x21-\x7E])?$/,
  cookie: /^[\x21\x23-\x2B\x2D-\x3A\x3C-\x5B\x5D-\x7E]+$/,
  query: /./su,
  path: /./su,
} as const satisfies Readonly<Record<Parameter['in'], RegExp>>;

const letters = fc.constantFrom(...Array.from('abcxyzABCXYZ0189-._~'));

/**
 * Texts for a parameter that no family knows, as its schema has them. Throws an `UnbuildableSchema` if there are none,
 * and for objects, which have several spellings.
 */
export function parameterText({ schema, in: place }: Parameter): fc.Arbitrary<string> {
  const texts = isFreeText(schema) ? freeText(schema) : buildArbitrary(schema).map(toText);
  return keepFitting(texts, (text) => holdable[place].test(text), '');
}

function isFreeText(schema: Parameter['schema']): schema is SchemaObject {
  if (typeof schema === 'boolean') return false;
  const others = ['pattern', 'format', 'enum', 'const', 'allOf', 'anyOf', 'oneOf', 'not', 'if'];
  return readTypes(schema).includes('string') && !others.some((keyword) => keyword in schema);
}

function freeText(schema: SchemaObject): fc.Arbitrary<string> {
  const minLength = Math.max(1, readNumber(schema, 'minLength') ?? 0);
  if (minLength > longestText)
    throw new UnbuildableSchema('unsatisfiable', '', `minLength ${minLength} is too long`);
  const maxLength = Math.min(readNumber(schema, 'maxLength') ?? Infinity, minLength + 24);
  if (minLength > maxLength) throw new UnbuildableSchema('unsatisfiable', '', 'no text is allowed');
  return fc.string({ unit: letters, minLength, maxLength });
}

/** As the default styles of OpenAPI spell it. */
function toText(value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(toText).join();
  if (isJsonObject(value)) throw new UnbuildableSchema('unsatisfiable', '', 'an object cannot be sent there');
  return JSON.stringify(value);
}
