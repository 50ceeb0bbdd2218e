import fc from 'fast-check';
import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';
import type { Operation } from '../../spec/operation.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import type { OauthClientInput } from '../../spec/models.ts';
import { emptyMembers, fixtureClient } from '../setup/fixture-client.ts';
import { readBackStep } from '../setup/probe-steps.ts';
import { buildArbitrary } from '../schema/build-arbitrary.ts';
import { domainOverlay } from './domain.ts';
import { jsonFamilies } from './json-families.ts';

/**
 * A fixture client with a name of its own, for cases that change or delete it. Its name does not shrink, since a target
 * may refuse a second client of the same name.
 */
export const freshClient: fc.Arbitrary<OauthClientInput> = fc
  .noShrink(fc.integer({ min: 0, max: 0xffff_ffff }))
  .map((number) => fixtureClient(number.toString(16).padStart(8, '0')));

/** A fresh client with empty members. */
export const emptiedClient: fc.Arbitrary<OauthClientInput> = fc
  .tuple(freshClient, emptyMembers)
  .map(([client, members]) => ({ ...client, ...members }));

/** Clients to be registered; plain ones if no value can be built for the schema of a registration. */
export function clientInputs(schema: JsonSchema): fc.Arbitrary<JsonValue> {
  return schema === false ? freshClient : buildArbitrary(schema, domainOverlay);
}

/** Valid registrations: what is written is read back. */
export function registerClientFamilies(operation: Operation): readonly Family[] {
  return jsonFamilies(operation, { after: [readBackStep(slot('created.id'))] });
}
