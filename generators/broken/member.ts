import fc from 'fast-check';
import type { JsonSchema } from '../../spec/json-schema.ts';
import type { SchemaObject } from '../schema/read-keyword.ts';
import { readAllowedValues, readSchemaMap, readTexts } from '../schema/read-keyword.ts';
import { readTypes } from '../schema/schema-types.ts';
import type { JsonType } from './wrong-value.ts';
import { jsonTypes } from './wrong-value.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Draws letters and digits of a fixed length. It does not shrink: a simpler text could be drawn twice, and these have
 * to be unique.
 */
export function alphanumeric(length: number): fc.Arbitrary<string> {
  return fc.noShrink(
    fc.string({ unit: fc.constantFrom(...letters.split('')), minLength: length, maxLength: length }),
  );
}

/**
 * Draws values that no target has issued, in the shapes of identifiers, codes and tokens: a UUID, alphanumerics of the
 * lengths in the description's examples, and others.
 */
export function inventedValue(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.noShrink(fc.uuid({ version: 4 })),
    ...[16, 20, 30].map(alphanumeric),
    ...[12, 43, 64].map(alphanumeric),
  );
}

/** A member of an object schema, or a parameter of a form. */
export interface Member {
  readonly name: string;
  readonly schema: SchemaObject;
  readonly isRequired: boolean;
}

/** The members that an object schema describes, in order. */
export function membersOf(schema: JsonSchema): readonly Member[] {
  if (typeof schema === 'boolean') return [];
  const required = readTexts(schema, 'required');
  return [...readSchemaMap(schema, 'properties')].map(([name, member]) => ({
    name,
    schema: typeof member === 'boolean' ? {} : member,
    isRequired: required.includes(name),
  }));
}

/** The JSON types that a schema does not allow; empty if the schema names no type. */
export function otherTypes(schema: SchemaObject): readonly JsonType[] {
  const own = readTypes(schema);
  if (own.length === 0) return [];
  return jsonTypes.filter((type) => !own.includes(type) && !(type === 'number' && own.includes('integer')));
}

/** Whether a schema allows integers and no other numbers. */
export function isInteger(schema: SchemaObject): boolean {
  const types = readTypes(schema);
  return types.includes('integer') && !types.includes('number');
}

/** The only texts that a schema allows, or null if it allows any. */
export function allowedTexts(schema: SchemaObject): readonly string[] | null {
  return readAllowedValues(schema)?.filter((value) => typeof value === 'string') ?? null;
}

/** Values that clients of other OAuth servers send, by parameter. The contract may allow some of them. */
const known: Readonly<Record<string, readonly string[]>> = {
  response_type: ['token', 'id_token', 'code token', 'code id_token', 'none'],
  confirm: ['true', '1', 'on', 'y', 'yes,no', 'false'],
  grant_type: [
    'password',
    'client_credentials',
    'implicit',
    'urn:ietf:params:oauth:grant-type:device_code',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
  ],
  token_type_hint: ['id_token', 'code'],
  kind: ['oauth', 'user', 'vm'],
  sort_order: ['ASC', 'DESC', 'asc', 'RANDOM'],
};

/**
 * Texts outside a closed list: known values of other servers, near misses, two allowed values at once, and an unrelated
 * text.
 */
export function textsOutside(name: string, allowed: readonly string[]): readonly string[] {
  const candidates = [
    ...(known[name] ?? []),
    ...allowed.flatMap(nearTexts),
    `${allowed[0] ?? ''} ${allowed.at(-1) ?? ''}`,
    'other',
  ];
  return [...new Set(candidates)].filter((text) => text !== '' && !allowed.includes(text));
}

/** Near misses of a text: in another case, with a letter or a blank added, and one character shorter. */
export function nearTexts(text: string): readonly string[] {
  return [text.toUpperCase(), text.toLowerCase(), `${text}s`, `${text} `, text.slice(0, -1)];
}
