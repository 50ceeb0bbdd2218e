import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';

/** A schema other than true or false. */
export type SchemaObject = Exclude<JsonSchema, boolean>;

/** The value of a numeric keyword, if present. */
export function readNumber(schema: SchemaObject, keyword: string): number | undefined {
  const value = schema[keyword];
  return typeof value === 'number' ? value : undefined;
}

/** The value of a text keyword, if present. */
export function readText(schema: SchemaObject, keyword: string): string | undefined {
  const value = schema[keyword];
  return typeof value === 'string' ? value : undefined;
}

/** The value of a keyword that takes one schema, if present. */
export function readSchema(schema: SchemaObject, keyword: string): JsonSchema | undefined {
  const value = schema[keyword];
  return isSchema(value) ? value : undefined;
}

/** The value of a keyword that takes a list of schemas; empty if absent. */
export function readSchemas(schema: SchemaObject, keyword: string): readonly JsonSchema[] {
  const value = schema[keyword];
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

/** The value of a keyword that takes named schemas; empty if absent. */
export function readSchemaMap(schema: SchemaObject, keyword: string): ReadonlyMap<string, JsonSchema> {
  const value = schema[keyword];
  const map = new Map<string, JsonSchema>();
  if (!isSchemaObject(value)) return map;
  for (const [name, member] of Object.entries(value)) if (isSchema(member)) map.set(name, member);
  return map;
}

/** The value of a keyword that takes a list of texts; empty if absent. */
export function readTexts(schema: SchemaObject, keyword: string): readonly string[] {
  const value = schema[keyword];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** The values that `const` or `enum` allow, or null if neither is given. */
export function readAllowedValues(schema: SchemaObject): readonly JsonValue[] | null {
  if ('const' in schema) return [toJson(schema['const'])];
  const listed = schema['enum'];
  return Array.isArray(listed) ? listed.map(toJson) : null;
}

/** Whether a value has the form of a schema. */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || isSchemaObject(value);
}

function isSchemaObject(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A schema is plain JSON, so the values of its keywords are, too. */
function toJson(value: unknown): JsonValue {
  return value as JsonValue;
}
