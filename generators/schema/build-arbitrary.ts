import fc from 'fast-check';
import { compileSchema } from '../../spec/compile-schema.ts';
import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';
import { ordinaryText } from '../text/text.ts';
import { buildArray } from './build-array.ts';
import { buildInteger, buildNumber } from './build-number.ts';
import { buildObject } from './build-object.ts';
import { buildString } from './build-string.ts';
import { rejectUnknownKeywords } from './known-keywords.ts';
import { mergeSchemas } from './merge-schemas.ts';
import { readAllowedValues, readSchema, readSchemas } from './read-keyword.ts';
import type { SchemaObject } from './read-keyword.ts';
import { readTypes, UnbuildableSchema } from './schema-types.ts';
import type { TypeName } from './schema-types.ts';

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

// A combination that fits less than once in a thousand counts as unsatisfiable. No contract has one, and a run must not
// wait for it.
const mostRejections = 1000;

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
  if (schema === false) throw new UnbuildableSchema('unsatisfiable', pointer, 'no value is allowed');
  if (schema === true) return anyValue;
  rejectUnknownKeywords(schema, pointer);
  if (isComposed(schema)) return buildComposed(schema, overlay, pointer);
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

const composing = new Set(['allOf', 'anyOf', 'oneOf', 'not']);

function isComposed(schema: SchemaObject): boolean {
  return Object.keys(schema).some((keyword) => composing.has(keyword));
}

function withoutParts(schema: SchemaObject): SchemaObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !composing.has(keyword)));
}

/**
 * Builds values from each combination of branches, and keeps those that fit the whole schema: parts may exclude each
 * other's values.
 */
function buildComposed(schema: SchemaObject, overlay: Overlay, pointer: string): fc.Arbitrary<JsonValue> {
  const forbidden = readSchema(schema, 'not');
  if (forbidden === true || (typeof forbidden === 'object' && Object.keys(forbidden).length === 0)) {
    throw new UnbuildableSchema('unsatisfiable', `${pointer}/not`, 'every value is forbidden');
  }
  const whole = mergeSchemas([withoutParts(schema), ...readSchemas(schema, 'allOf')]);
  const ways = ['anyOf', 'oneOf'].reduce<readonly JsonSchema[]>(
    (schemas, keyword) => {
      const branches = readSchemas(schema, keyword).filter((branch) => branch !== false);
      return branches.length === 0
        ? schemas
        : schemas.flatMap((left) => branches.map((right) => mergeSchemas([left, right])));
    },
    [whole],
  );
  return keepFitting(oneOf(ways.map((way) => buildArbitrary(way, overlay, pointer))), schema, pointer);
}

function keepFitting(
  values: fc.Arbitrary<JsonValue>,
  schema: SchemaObject,
  pointer: string,
): fc.Arbitrary<JsonValue> {
  const listErrors = compileSchema(schema);
  let rejections = 0;
  return values.filter((value) => {
    const fits = listErrors(value).length === 0;
    rejections = fits ? 0 : rejections + 1;
    if (rejections > mostRejections) {
      throw new UnbuildableSchema('unsatisfiable', pointer, 'hardly any value fits all parts');
    }
    return fits;
  });
}

function oneOf(arbitraries: readonly fc.Arbitrary<JsonValue>[]): fc.Arbitrary<JsonValue> {
  const [only, ...others] = arbitraries;
  if (only === undefined) throw new TypeError('nothing to choose from');
  return others.length === 0 ? only : fc.oneof(only, ...others);
}
