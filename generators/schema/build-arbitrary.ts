import fc from 'fast-check';
import { compileSchema } from '../../spec/compile-schema.ts';
import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';
import { ordinaryText } from '../text/text.ts';
import { buildArray } from './build-array.ts';
import { buildInteger, buildNumber } from './build-number.ts';
import { buildObject } from './build-object.ts';
import { buildString } from './build-string.ts';
import { finiteSchema } from './finite-schema.ts';
import { keepFitting } from './keep-fitting.ts';
import { rejectUnknownKeywords } from './known-keywords.ts';
import { mergeSchemas } from './merge-schemas.ts';
import { readAllowedValues, readSchema, readSchemaMap, readSchemas } from './read-keyword.ts';
import type { SchemaObject } from './read-keyword.ts';
import { readTypes, UnbuildableSchema } from './schema-types.ts';
import type { TypeName } from './schema-types.ts';
import { whyTooLarge } from './size-limits.ts';

/** Replaces the values of a schema at a JSON pointer by values that mean something to a target. */
export type Overlay = (pointer: string) => fc.Arbitrary<JsonValue> | undefined;

const anyScalar: fc.Arbitrary<JsonValue> = fc.oneof(
  ordinaryText(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const anyValue: fc.Arbitrary<JsonValue> = fc.oneof(
  anyScalar,
  fc.array(anyScalar, { maxLength: 3 }),
  fc.dictionary(ordinaryText({ max: 3 }), anyScalar, { maxKeys: 3, noNullPrototype: true }),
);

/**
 * Values that fit a schema, as a request may carry them (so without readOnly members). Throws an `UnbuildableSchema`
 * for an unknown keyword, and for a schema that no value fits.
 */
export function buildArbitrary(
  schema: JsonSchema,
  overlay: Overlay = () => undefined,
  pointer = '',
): fc.Arbitrary<JsonValue> {
  const replacement = overlay(pointer);
  if (replacement !== undefined) return replacement;
  const finite = finiteSchema(schema);
  if (finite === false) throw new UnbuildableSchema('unsatisfiable', pointer, 'no value is allowed');
  if (finite === true) return anyValue;
  rejectUnknownKeywords(finite, pointer);
  const tooLarge = whyTooLarge(finite);
  if (tooLarge !== null) throw new UnbuildableSchema('unsatisfiable', pointer, tooLarge);
  const isComposed = hasSome(finite, composing);
  const build = isComposed ? buildComposed : buildPlain;
  const values = build(finite, overlay, pointer);
  return isComposed || hasSome(finite, judged) ? fitting(values, finite, pointer) : values;
}

function buildPlain(schema: SchemaObject, overlay: Overlay, pointer: string): fc.Arbitrary<JsonValue> {
  const allowed = readAllowedValues(schema);
  if (allowed !== null) return buildChoice(allowed, pointer);
  const types = readTypes(schema);
  if (types.length === 0) {
    if ('type' in schema) throw new UnbuildableSchema('unsatisfiable', `${pointer}/type`, 'no type is left');
    return anyValue;
  }
  return oneOf(types.map((type) => buildOfType(type, schema, overlay, pointer)));
}

function buildOfType(
  type: TypeName,
  schema: SchemaObject,
  overlay: Overlay,
  pointer: string,
): fc.Arbitrary<JsonValue> {
  const buildInner = (inner: JsonSchema, at: string): fc.Arbitrary<JsonValue> =>
    buildArbitrary(inner, overlay, at);
  switch (type) {
    case 'string':
      return buildString(schema, pointer);
    case 'integer':
      return buildInteger(schema, pointer);
    case 'number':
      return buildNumber(schema, pointer);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return buildArray(schema, pointer, buildInner);
    case 'object':
      return buildObject(schema, pointer, buildInner);
  }
}

function buildChoice(allowed: readonly JsonValue[], pointer: string): fc.Arbitrary<JsonValue> {
  if (allowed.length === 0) throw new UnbuildableSchema('unsatisfiable', pointer, 'no value is allowed');
  return fc.constantFrom(...allowed);
}

/** Keywords whose schemas are merged before values are built. */
const composing = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'];

/** Keywords that values are not, or not always, built for, so that those that fit are kept. */
const judged = [
  ...['contains', 'maxContains', 'unevaluatedItems'],
  ...['dependentRequired', 'propertyNames', 'unevaluatedProperties'],
];

function hasSome(schema: SchemaObject, keywords: readonly string[]): boolean {
  return keywords.some((keyword) => keyword in schema);
}

function withoutParts(schema: SchemaObject): SchemaObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !composing.includes(keyword)));
}

/** Values from each combination of branches. Some may not fit: parts may exclude each other's values. */
function buildComposed(schema: SchemaObject, overlay: Overlay, pointer: string): fc.Arbitrary<JsonValue> {
  const forbidden = readSchema(schema, 'not');
  if (forbidden === true || (typeof forbidden === 'object' && Object.keys(forbidden).length === 0)) {
    throw new UnbuildableSchema('unsatisfiable', `${pointer}/not`, 'every value is forbidden');
  }
  const whole = mergeSchemas([withoutParts(schema), ...readSchemas(schema, 'allOf')]);
  const choices = [
    ...['anyOf', 'oneOf'].map((keyword) => readSchemas(schema, keyword)),
    ...conditions(schema),
  ];
  const ways = choices.reduce<readonly JsonSchema[]>(
    (schemas, all) => {
      const branches = all.filter((branch) => branch !== false);
      return branches.length === 0
        ? schemas
        : schemas.flatMap((left) => branches.map((right) => mergeSchemas([left, right])));
    },
    [whole],
  );
  return oneOf(ways.map((way) => buildArbitrary(way, overlay, pointer)));
}

/** What a value fits under each condition: `if` or not, and each member that asks for more or is left out. */
function conditions(schema: SchemaObject): readonly (readonly JsonSchema[])[] {
  const condition = readSchema(schema, 'if');
  const met = mergeSchemas([condition ?? true, readSchema(schema, 'then') ?? true]);
  const dependent = [...readSchemaMap(schema, 'dependentSchemas')];
  return [
    ...(condition === undefined ? [] : [[met, readSchema(schema, 'else') ?? true]]),
    ...dependent.map(([name, more]) => [
      mergeSchemas([{ required: [name] }, more]),
      { properties: { [name]: false } },
    ]),
  ];
}

function fitting(
  values: fc.Arbitrary<JsonValue>,
  schema: SchemaObject,
  pointer: string,
): fc.Arbitrary<JsonValue> {
  const listErrors = compileSchema(schema);
  return keepFitting(values, (value) => listErrors(value).length === 0, pointer);
}

function oneOf(arbitraries: readonly fc.Arbitrary<JsonValue>[]): fc.Arbitrary<JsonValue> {
  const [only, ...others] = arbitraries;
  if (only === undefined) throw new TypeError('nothing to choose from');
  return others.length === 0 ? only : fc.oneof(only, ...others);
}
