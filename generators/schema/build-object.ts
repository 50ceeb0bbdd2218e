import fc from 'fast-check';
import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';
import type { BuildInner } from './build-array.ts';
import { readNumber, readSchema, readSchemaMap, readTexts } from './read-keyword.ts';
import type { SchemaObject } from './read-keyword.ts';
import { UnbuildableSchema } from './schema-types.ts';

/** The members of an object schema that a request may have. */
export interface Members {
  readonly schemas: ReadonlyMap<string, JsonSchema>;
  readonly required: readonly string[];
}

/**
 * The members that a request may have. Those marked readOnly belong to the server and are never sent, even if they are
 * required: then they are required in answers. Nor are optional ones that no value fits. A required member without a
 * description follows `additionalProperties`.
 */
export function readMembers(schema: SchemaObject): Members {
  const all = readSchemaMap(schema, 'properties');
  const schemas = new Map([...all].filter(([, member]) => !isReadOnly(member)));
  const required = readTexts(schema, 'required').filter((name) => schemas.has(name) || !all.has(name));
  const undescribed = readAdditional(schema) ?? true;
  for (const name of required) if (!schemas.has(name)) schemas.set(name, undescribed);
  for (const [name, member] of schemas)
    if (member === false && !required.includes(name)) schemas.delete(name);
  return { schemas, required };
}

/** The objects of an object schema: required members always, optional ones at times. */
export function buildObject(
  schema: SchemaObject,
  pointer: string,
  buildInner: BuildInner,
): fc.Arbitrary<JsonValue> {
  const { schemas, required } = readMembers(schema);
  const min = readNumber(schema, 'minProperties') ?? 0;
  const max = readNumber(schema, 'maxProperties') ?? Infinity;
  if (Math.max(min, required.length) > max) {
    throw new UnbuildableSchema(
      'unsatisfiable',
      pointer,
      `more members are needed than maxProperties ${max}`,
    );
  }
  const model: Record<string, fc.Arbitrary<JsonValue>> = {};
  for (const [name, member] of schemas) model[name] = buildInner(member, `${pointer}/properties/${name}`);
  const requiredKeys = min > required.length ? [...schemas.keys()] : [...required];
  const described = fc.record(model, { requiredKeys, noNullPrototype: true });
  const further = buildFurther(schema, pointer, buildInner, Math.max(0, min - schemas.size));
  const objects =
    further === null ? described : fc.tuple(further, described).map(([more, own]) => ({ ...more, ...own }));
  return max === Infinity ? objects : objects.map((object) => limitMembers(object, required, max));
}

/** Members beyond the described ones, if the schema defines them or the object would be too small. */
function buildFurther(
  schema: SchemaObject,
  pointer: string,
  buildInner: BuildInner,
  minKeys: number,
): fc.Arbitrary<Readonly<Record<string, JsonValue>>> | null {
  const dictionaries = [...readSchemaMap(schema, 'patternProperties')].map(([pattern, member]) =>
    dictionary(
      buildInner({ type: 'string', pattern }, `${pointer}/patternProperties`),
      buildInner(member, `${pointer}/patternProperties`),
      minKeys,
    ),
  );
  const additional = readAdditional(schema);
  if (additional === undefined ? minKeys > 0 && dictionaries.length === 0 : additional !== false) {
    const values = buildInner(additional ?? true, `${pointer}/additionalProperties`);
    dictionaries.push(dictionary(furtherNames(schema, pointer, buildInner), values, minKeys));
  }
  return dictionaries.length === 0
    ? null
    : fc
        .tuple(...dictionaries)
        .map((parts) => Object.fromEntries(parts.flatMap((part) => Object.entries(part))));
}

function furtherNames(
  schema: SchemaObject,
  pointer: string,
  buildInner: BuildInner,
): fc.Arbitrary<JsonValue> {
  const names = readSchema(schema, 'propertyNames');
  return typeof names === 'object'
    ? buildInner({ type: 'string', ...names }, `${pointer}/propertyNames`)
    : fc.string({ unit: fc.constantFrom('x', 'y', 'z'), minLength: 1, maxLength: 8 });
}

/** What members beyond the described ones have to fit. */
function readAdditional(schema: SchemaObject): JsonSchema | undefined {
  return readSchema(schema, 'additionalProperties') ?? readSchema(schema, 'unevaluatedProperties');
}

function dictionary(
  names: fc.Arbitrary<JsonValue>,
  values: fc.Arbitrary<JsonValue>,
  minKeys: number,
): fc.Arbitrary<Readonly<Record<string, JsonValue>>> {
  return fc.dictionary(names.map(String), values, { minKeys, maxKeys: minKeys + 2, noNullPrototype: true });
}

function limitMembers(
  object: Readonly<Record<string, JsonValue>>,
  required: readonly string[],
  max: number,
): JsonValue {
  const optional = Object.keys(object).filter((name) => !required.includes(name));
  const surplus = new Set(optional.slice(Math.max(0, max - required.length)));
  return Object.fromEntries(Object.entries(object).filter(([name]) => !surplus.has(name)));
}

function isReadOnly(schema: JsonSchema): boolean {
  return typeof schema === 'object' && schema['readOnly'] === true;
}
