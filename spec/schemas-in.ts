import type { DescribedOperation } from './described-operations.ts';
import { declaredParameters } from './described-operations.ts';
import type { JsonObject } from './json-object.ts';
import { arrayOrEmpty, isJsonObject, objectOrEmpty } from './json-object.ts';

/**
 * How large a text, list or object can be that is sent or seen. Requests are made in memory and answers are read to
 * 2 MiB, in which a list of so many items has 20 bytes for each.
 */
const largest: Readonly<Record<string, number>> = {
  Length: 2 * 1024 * 1024,
  Items: 100_000,
  Properties: 100_000,
};

/** Whether a keyword of a schema is an upper bound that nothing reaches, so that it says nothing. */
export function isUnreachableMaximum(name: string, value: unknown): boolean {
  return exceeds('max', name, value);
}

/** The lower bounds of a schema that nothing reaches, by keyword. */
export function unreachableMinima(schema: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(schema).filter((name) => exceeds('min', name, schema[name]));
}

function exceeds(kind: 'min' | 'max', name: string, value: unknown): boolean {
  const what = name.startsWith(kind) ? name.slice(kind.length) : '';
  return typeof value === 'number' && Object.hasOwn(largest, what) && value > (largest[what] ?? Infinity);
}

const schemaMembers = [
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
const schemaMaps = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];
const schemaLists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];

/**
 * Every schema object in an operation's parameters, body, answers and their headers, schemas within schemas included.
 * In OpenAPI 2.0 a parameter or header that is not a body is itself a schema.
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

/** A parameter, header, body or response: with a schema, with one by media type, or (2.0) being one. */
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
  for (const member of schemaMaps) {
    for (const inner of Object.values(objectOrEmpty(schema[member]))) yield* withSubschemas(inner);
  }
  for (const member of schemaLists) {
    for (const inner of arrayOrEmpty(schema[member])) yield* withSubschemas(inner);
  }
}
