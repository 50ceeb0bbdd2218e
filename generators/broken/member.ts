import type { JsonSchema } from '../../spec/json-schema.ts';
import { readAllowedValues, readSchemaMap, readTexts } from '../schema/read-keyword.ts';
import type { SchemaObject } from '../schema/read-keyword.ts';
import { readTypes } from '../schema/read-types.ts';
import { jsonTypes } from './wrong-value.ts';
import type { JsonType } from './wrong-value.ts';

/** A member of an object schema, or a parameter of a form. */
export interface Member {
  readonly name: string;
  readonly schema: SchemaObject;
  readonly isRequired: boolean;
}

/** The members that an object schema describes, in its order. */
export function membersOf(schema: JsonSchema): readonly Member[] {
  if (typeof schema === 'boolean') return [];
  const required = readTexts(schema, 'required');
  return [...readSchemaMap(schema, 'properties')].map(([name, member]) => ({
    name,
    schema: typeof member === 'boolean' ? {} : member,
    isRequired: required.includes(name),
  }));
}

/** The JSON types that a schema does not take. None where it does not say. */
export function otherTypes(schema: SchemaObject): readonly JsonType[] {
  const own = readTypes(schema);
  if (own.length === 0) return [];
  return jsonTypes.filter((type) => !own.includes(type) && !(type === 'number' && own.includes('integer')));
}

/** Whether a schema takes integers and no other number. */
export function isInteger(schema: SchemaObject): boolean {
  const types = readTypes(schema);
  return types.includes('integer') && !types.includes('number');
}

/** The only texts that a schema takes, or null where it takes any. */
export function allowedTexts(schema: SchemaObject): readonly string[] | null {
  return readAllowedValues(schema)?.filter((value) => typeof value === 'string') ?? null;
}
