import fc from 'fast-check';
import { isJsonObject } from '../../spec/json-object.ts';
import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';
import type { BodyTemplate } from '../case.ts';
import type { Family } from '../family.ts';
import { jsonMediaType } from '../request/build-request.ts';
import { judgeJson } from '../request/decode-json-body.ts';
import { readSchemaMap } from '../schema/read-keyword.ts';
import type { ValidFacts } from './valid-family.ts';

/** Makes a family of an operation from the bodies of its main requests. */
export type MakeFamily = (name: string, templates: fc.Arbitrary<BodyTemplate>, facts?: BodyFacts) => Family;

/** How the bodies of a family differ from the default. */
export interface BodyFacts extends Pick<ValidFacts, 'expectation' | 'enough' | 'aspect'> {
  /** The pointer of the member that the cases are about; absent: the whole body. */
  readonly about?: string;
}

/** A body that holds a JSON value, with the JSON media type. */
export function asJson(value: JsonValue): BodyTemplate {
  return { type: 'json', value, mediaType: jsonMediaType };
}

/** The members of a value; empty if it is not an object. */
export function membersOf(value: JsonValue): Readonly<Record<string, JsonValue>> {
  return isJsonObject(value) ? value : {};
}

/** The members that a schema names, with their schemas. */
export function propertiesOf(schema: JsonSchema): ReadonlyMap<string, JsonSchema> {
  return typeof schema === 'object' ? readSchemaMap(schema, 'properties') : new Map<string, JsonSchema>();
}

/** Whether a server has to accept these values. To the contract all of them are alike, so one sample tells. */
export function isWithinSchema(schema: JsonSchema, values: fc.Arbitrary<JsonValue>): boolean {
  const [value = null] = fc.sample(values, { seed: 0, numRuns: 1 });
  return judgeJson(value, schema).length === 0;
}
