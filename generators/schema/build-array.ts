import fc from 'fast-check';
import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';
import { keepFitting } from './keep-fitting.ts';
import { mergeSchemas } from './merge-schemas.ts';
import { readNumber, readSchema, readSchemas } from './read-keyword.ts';
import type { SchemaObject } from './read-keyword.ts';
import { UnbuildableSchema } from './schema-types.ts';

/** Builds the values of a nested schema. */
export type BuildInner = (schema: JsonSchema, pointer: string) => fc.Arbitrary<JsonValue>;

// Enough to show order and duplicates; longer lists are built as boundaries.
const usualMaxItems = 4;

/** The lists of an array schema: leading items by position, then any number of further ones. */
export function buildArray(
  schema: SchemaObject,
  pointer: string,
  buildInner: BuildInner,
): fc.Arbitrary<JsonValue> {
  const min = readNumber(schema, 'minItems') ?? 0;
  const max = readNumber(schema, 'maxItems') ?? Infinity;
  if (min > max)
    throw new UnbuildableSchema('unsatisfiable', pointer, `minItems ${min} is over maxItems ${max}`);
  const leading = readSchemas(schema, 'prefixItems').slice(0, max);
  const items = readSchema(schema, 'items') ?? readSchema(schema, 'unevaluatedItems') ?? true;
  const head = fc.tuple(...leading.map((item, index) => buildInner(item, `${pointer}/prefixItems/${index}`)));
  const minLength = Math.max(0, min - leading.length);
  const maxLength =
    items === false ? 0 : Math.max(0, Math.min(max - leading.length, minLength + usualMaxItems));
  if (minLength > maxLength)
    throw new UnbuildableSchema('unsatisfiable', pointer, 'items that are needed are forbidden');
  if (maxLength === 0) return head;
  const tail = fc.array(buildInner(items, `${pointer}/items`), { minLength, maxLength, size: 'max' });
  const lists = leading.length === 0 ? tail : fc.tuple(head, tail).map(([some, more]) => [...some, ...more]);
  const complete = withContained(schema, lists, max, pointer, buildInner);
  return schema['uniqueItems'] === true
    ? keepFitting(complete.map(withoutRepeats), (list) => list.length >= min, pointer)
    : complete;
}

/** Lists with the items that `contains` asks for, somewhere among the others. */
function withContained(
  schema: SchemaObject,
  lists: fc.Arbitrary<readonly JsonValue[]>,
  max: number,
  pointer: string,
  buildInner: BuildInner,
): fc.Arbitrary<readonly JsonValue[]> {
  const contains = readSchema(schema, 'contains');
  const count = readNumber(schema, 'minContains') ?? 1;
  if (contains === undefined || count === 0) return lists;
  const items = mergeSchemas([readSchema(schema, 'items') ?? true, contains]);
  const contained = buildInner(items, `${pointer}/contains`);
  return fc
    .tuple(lists, fc.array(contained, { minLength: count, maxLength: count }), fc.nat(usualMaxItems))
    .map(([list, more, at]) => list.slice(0, Math.max(0, max - count)).toSpliced(at, 0, ...more));
}

function withoutRepeats(list: readonly JsonValue[]): readonly JsonValue[] {
  return [...new Map(list.map((item) => [JSON.stringify(item), item])).values()];
}
