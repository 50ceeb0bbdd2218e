import { isJsonObject } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import type { JsonSchema } from './json-schema.ts';

const prefix = '#/$defs/';

/** Adds to a schema the definitions of the recursive schemas that it refers to, so that it can stand alone. */
export function selfContained(schema: JsonSchema, definitions: JsonObject): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const needed = new Map<string, unknown>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const name = isJsonObject(value) ? recursiveName(value) : undefined;
    if (name !== undefined && !needed.has(name) && Object.hasOwn(definitions, name)) {
      needed.set(name, definitions[name]);
      collect(definitions[name]);
    }
    Object.values(value).forEach(collect);
  };
  collect(schema);
  return needed.size === 0 ? schema : { ...schema, $defs: Object.fromEntries(needed) };
}

/** The name of the definition that a schema stands for, if it is a reference to a recursive one. */
export function recursiveName({ $ref }: JsonObject): string | undefined {
  return typeof $ref === 'string' && $ref.startsWith(prefix) ? $ref.slice(prefix.length) : undefined;
}
