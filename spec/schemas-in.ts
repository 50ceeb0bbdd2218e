import type { DescribedOperation } from './described-operations.ts';
import { declaredParameters } from './described-operations.ts';
import type { JsonObject } from './json-object.ts';
import { arrayOrEmpty, isJsonObject, objectOrEmpty } from './json-object.ts';

/**
 * The largest string, list or object that can be sent or received. Requests are built in memory and answers are read up
 * to 2 MiB, which leaves a list of this many items 20 bytes for each.
 */
const largest: Readonly<Record<string, number>> = {
  Length: 2 * 1024 * 1024,
  Items: 100_000,
  Properties: 100_000,
};

/** Whether a keyword of a schema is an upper bound that no value reaches, so that it has no effect. */
export function isUnreachableMaximum(name: string, value: unknown): boolean {
  return exceeds('max', name, value);
}

/** The lower bounds of a schema that no value reaches, by keyword. */
export function unreachableMinima(schema: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(schema).filter((name) => exceeds('min', name, schema[name]));
}

function exceeds(kind: 'min' | 'max', name: string, value: unknown): boolean {
  const what = name.startsWith(kind) ? name.slice(kind.length) : '';
  return typeof value === 'number' && Object.hasOwn(largest, what) && value > (largest[what] ?? Infinity);
}

/** The keywords with a schema. */
export const schemaMembers: readonly string[] = [
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
];
const definitionMaps = ['$defs', 'definitions'];
/** The keywords with a map of schemas that values have to fit. */
export const schemaMaps: readonly string[] = ['properties', 'patternProperties', 'dependentSchemas'];
/** The keywords with a list of schemas. */
export const schemaLists: readonly string[] = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];

/**
 * Every schema object in an operation's parameters, body, answers and their headers, including nested schemas. In
 * OpenAPI 2.0 a parameter or header that is not a body is itself a schema.
 */
export function* schemasIn(described: DescribedOperation): Generator<JsonObject> {
  for (const parameter of declaredParameters(described)) yield* schemasOfCarrier(parameter);
  yield* schemasOfCarrier(described.operation['requestBody']);
  for (const response of Object.values(objectOrEmpty(described.operation['responses']))) {
    yield* schemasOfCarrier(response);
    for (const header of Object.values(objectOrEmpty(objectOrEmpty(response)['headers']))) {
      yield* schemasOfCarrier(header);
    }
  }
}

/**
 * The schemas of a parameter, header, body or response. It has one schema, one for each media type, or is one (2.0).
 */
function* schemasOfCarrier(carrier: unknown): Generator<JsonObject> {
  if (!isJsonObject(carrier)) return;
  yield* withSubschemas(carrier['schema']);
  for (const media of Object.values(objectOrEmpty(carrier['content']))) {
    yield* withSubschemas(objectOrEmpty(media)['schema']);
  }
  if (Object.hasOwn(carrier, 'type')) yield* withSubschemas(carrier);
}

function* withSubschemas(schema: unknown): Generator<JsonObject> {
  if (!isJsonObject(schema)) return;
  yield schema;
  for (const member of schemaMembers) yield* withSubschemas(schema[member]);
  for (const member of [...schemaMaps, ...definitionMaps]) {
    for (const inner of Object.values(objectOrEmpty(schema[member]))) yield* withSubschemas(inner);
  }
  for (const member of schemaLists) {
    for (const inner of arrayOrEmpty(schema[member])) yield* withSubschemas(inner);
  }
}
