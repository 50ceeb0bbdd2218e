import fc from 'fast-check';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { Contract } from '../../spec/operation.ts';
import type { Step } from '../case.ts';
import type { Family } from '../family.ts';
import { buildRequest } from '../request/build-request.ts';
import { buildBoundaries } from '../schema/build-boundaries.ts';
import { markClients } from '../setup/mark-client.ts';
import { mainRequestStep, registerStep } from '../setup/setup-steps.ts';
import { sharedClients, sharedRegisterStep } from '../setup/shared-client.ts';
import { domainOverlay } from './domain.ts';
import { isWithinSchema } from './json-body.ts';
import { clientInputs, emptiedClient } from './register-client.ts';
import { difficultBodies, enoughDifficult } from './text-families.ts';
import { validFamily } from './valid-family.ts';

const operation = 'oauth_client_client_id_get';

/** The condition holds: no representation of a client has this tag (RFC 9110 section 13.1.2). */
const conditional = {
  ...buildRequest(operation),
  headers: [['If-None-Match', '"conformance-no-such-tag"']],
} as const;

/** Valid reads: of the shared clients, and of clients with every kind of text in them. */
export function readClientFamilies(contract: Contract): readonly Family[] {
  const schema = contract.operations.oauth_client_post.body?.schema ?? true;
  const inputs = clientInputs(schema);
  const difficult = markClients(difficultBodies(schema, inputs) ?? inputs, schema);
  const edges = buildBoundaries(schema, domainOverlay)
    .filter(({ arbitrary }) => isWithinSchema(schema, arbitrary))
    .map(({ at, arbitrary }) => markClients(arbitrary, schema, at));
  const main = mainRequestStep(operation, buildRequest(operation));
  return [
    validFamily({
      operation,
      name: 'domain',
      steps: markClients(inputs, schema).map((input) => [registerStep(input), main]),
    }),
    validFamily({
      operation,
      name: 'difficult-text',
      steps: difficult.map((input) => [registerStep(input), main]),
      enough: enoughDifficult,
    }),
    // A description may have no schema for a registration, and so no boundaries.
    ...(edges.length === 0 ? [] : [boundaryFamily(edges, main)]),
    validFamily({
      operation,
      name: 'emptied',
      steps: emptiedClient.map((input) => [registerStep(input), main]),
      enough: 12,
    }),
    sharedFamily('shared', main, sharedClients.length),
    sharedFamily('other-entity-tag', mainRequestStep(operation, conditional), 2),
  ];
}

function sharedFamily(name: string, main: Step, enough: number): Family {
  const steps = fc.constantFrom(...sharedClients).map((client) => [sharedRegisterStep(client), main]);
  return validFamily({ operation, name, steps, enough });
}

function boundaryFamily(edges: readonly fc.Arbitrary<JsonValue>[], main: Step): Family {
  const steps = fc.oneof(...edges).map((input) => [registerStep(input), main]);
  return validFamily({ operation, name: 'boundary', steps, enough: 40 });
}
