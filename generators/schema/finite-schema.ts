import { isJsonObject } from '../../spec/json-object.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import type { JsonSchema } from '../../spec/json-schema.ts';
import { schemaLists, schemaMaps, schemaMembers } from '../../spec/schemas-in.ts';
import { recursiveName } from '../../spec/self-contained.ts';
import { isSchema, readSchema, readSchemaMap, readSchemas, readTexts } from './read-keyword.ts';
import type { SchemaObject } from './read-keyword.ts';

/** How often a schema may contain itself in a request: enough to show that it does. */
const mostRounds = 2;

/**
 * How many schemas are written out. Models that contain each other would grow beyond any bounds, and each member of them
 * is a family of cases.
 */
const mostSchemas = 50;

/** What the references of a schema lead to, and how many more schemas may be written out. */
interface Unrolling {
  readonly definitions: ReadonlyMap<string, JsonSchema>;
  left: number;
}

const finite = new WeakMap<object, JsonSchema>();

/**
 * A schema for values of a schema that contains itself, without the references to itself: after some rounds, no further
 * value is allowed there. The schema is `false` if its values cannot end.
 */
export function finiteSchema(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean' || !('$defs' in schema)) return schema;
  const unrolling = { definitions: readSchemaMap(schema, '$defs'), left: mostSchemas };
  const known = finite.get(schema) ?? unrolled(schema, unrolling, []);
  finite.set(schema, known);
  return known;
}

function unrolled(schema: JsonSchema, unrolling: Unrolling, rounds: readonly string[]): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  unrolling.left -= 1;
  const name = recursiveName(schema);
  if (name !== undefined) {
    const isOver = rounds.filter((round) => round === name).length >= mostRounds || unrolling.left < 0;
    return isOver ? false : unrolled(unrolling.definitions.get(name) ?? true, unrolling, [...rounds, name]);
  }
  const inner = Object.entries(schema).flatMap(([keyword, value]): (readonly [string, unknown])[] =>
    keyword === '$defs' ? [] : [[keyword, unrolledKeyword(keyword, value, unrolling, rounds)]],
  );
  return endless(Object.fromEntries(inner));
}

function unrolledKeyword(
  keyword: string,
  value: unknown,
  unrolling: Unrolling,
  rounds: readonly string[],
): unknown {
  const inside = (inner: unknown): unknown => (isSchema(inner) ? unrolled(inner, unrolling, rounds) : inner);
  if (schemaMembers.includes(keyword)) return inside(value);
  if (schemaLists.includes(keyword) && Array.isArray(value)) return value.map(inside);
  if (schemaMaps.includes(keyword) && isJsonObject(value)) return mapped(value, inside);
  return value;
}

function mapped(map: JsonObject, change: (value: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}

/** `false` in place of a schema that needs a value where none is allowed. */
function endless(schema: SchemaObject): JsonSchema {
  const members = readSchemaMap(schema, 'properties');
  const isImpossible =
    readTexts(schema, 'required').some((name) => members.get(name) === false) ||
    readSchemas(schema, 'allOf').includes(false) ||
    ['anyOf', 'oneOf'].some((keyword) => isAllFalse(readSchemas(schema, keyword))) ||
    (readSchema(schema, 'items') === false && Number(schema['minItems'] ?? 0) > 0);
  return isImpossible && !allowsOthers(schema) ? false : schema;
}

function isAllFalse(branches: readonly JsonSchema[]): boolean {
  return branches.length > 0 && branches.every((branch) => branch === false);
}

/** Whether values of another type than objects or lists fit too. */
function allowsOthers({ type }: SchemaObject): boolean {
  return Array.isArray(type) && type.some((name) => name !== 'object' && name !== 'array');
}
