import * as fc from 'fast-check';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { Family } from '../family.ts';
import { readBackStep } from '../setup/probe-steps.ts';
import { registerStep } from '../setup/setup-steps.ts';
import { readStep, updateStep } from './client-steps.ts';
import { inventedValue, sessionClient } from './session-client.ts';
import { asMain, asProbe, sessionFamily } from './session-case.ts';

/** Clients with additional members, which the contract does not describe. */
export function furtherMemberFamilies(): readonly Family[] {
  return [suppliedIdentifiersFamily(), suppliedIdentifiersOnUpdateFamily(), unknownMemberFamily()];
}

/** The description allows additional members. They may be refused, and must never replace the target's own values. */
function suppliedIdentifiersFamily(): Family {
  return sessionFamily({
    name: 'client.supplied.on-registration',
    expectation: 'either',
    aspect: 'input',
    values: fc.record({ client: sessionClient, id: inventedValue, secret: inventedValue }),
    steps: ({ client: { input }, id, secret }) => [
      asMain(registerStep({ ...input, client_id: id, client_secret: secret })),
      asProbe(readStep(id), 'read-supplied'),
    ],
  });
}

function suppliedIdentifiersOnUpdateFamily(): Family {
  return sessionFamily({
    name: 'client.supplied.on-update',
    expectation: 'either',
    aspect: 'input',
    values: fc.record({ client: sessionClient, id: inventedValue, secret: inventedValue }),
    steps: ({ client: { input }, id, secret }) => [
      registerStep(input),
      asMain(updateStep({ ...input, client_id: id, client_secret: secret })),
      readBackStep(),
      asProbe(readStep(id), 'read-supplied'),
    ],
  });
}

function unknownMemberFamily(): Family {
  return sessionFamily({
    name: 'client.unknown-member',
    expectation: 'either',
    aspect: 'input',
    values: fc.record({ client: sessionClient, value: fc.constantFrom<JsonValue>('x', 1, true, ['x'], {}) }),
    steps: ({ client: { input }, value }) => [
      asMain(registerStep({ ...input, x_conformance: value })),
      readBackStep(),
    ],
  });
}
