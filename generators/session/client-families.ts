import * as fc from 'fast-check';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { authorizeStep } from '../setup/authorize-step.ts';
import { fixtureScope } from '../setup/fixture-client.ts';
import { readBackStep } from '../setup/probe-steps.ts';
import { registerStep } from '../setup/register-step.ts';
import { ordinaryText } from '../text/text.ts';
import { deleteStep, readStep, updateStep } from './client-steps.ts';
import { otherClient } from './flow-steps.ts';
import { inventedValue, redirectUri, sessionClient, withMembers } from './session-client.ts';
import { sessionFamily } from './session-case.ts';
import { asMain, asProbe, asSetup } from './step-role.ts';
import { codeGrantStep, refreshStep, revokeStep } from './token-steps.ts';

/** The life of a client from registration to deletion. */
export function clientFamilies(): readonly Family[] {
  return [
    lifecycleFamily(),
    replacedFamily(),
    usedFamily(),
    unknownUpdateFamily(),
    deletedUpdateFamily(),
    failedUpdateFamily(),
    registeredAgainFamily(),
  ];
}

function lifecycleFamily(): Family {
  return sessionFamily({
    name: 'client.lifecycle',
    expectation: 'accept',
    aspect: 'client-id',
    values: fc.record({ client: sessionClient, description: ordinaryText() }),
    steps: ({ client: { input }, description }) => [
      registerStep(input),
      readStep(),
      updateStep(withMembers(input, { client_description: description })),
      asSetup(readStep(), 'read-updated'),
      asMain(deleteStep()),
      readBackStep(),
      asProbe(deleteStep(), 'delete-again'),
    ],
    enough: 16,
  });
}

/** The update has fewer entries and other texts than the registration: a merge shows in either. */
function replacedFamily(): Family {
  return sessionFamily({
    name: 'client.replaced',
    expectation: 'accept',
    aspect: 'input',
    values: fc.record({ client: sessionClient, second: redirectUri, emptied: fc.boolean() }),
    steps: ({ client: { input, uri }, second, emptied }) => [
      registerStep(withMembers(input, { redirect_uris: [uri, second] })),
      asMain(
        updateStep({
          client_name: `${input.client_name}-new`,
          client_description: emptied ? '' : 'New.',
          redirect_uris: [second],
          default_scopes: input.default_scopes,
        }),
      ),
      readBackStep(),
    ],
  });
}

/** What is granted is less than what is registered: a target that keeps it with the client shows. */
function usedFamily(): Family {
  return sessionFamily({
    name: 'client.used',
    expectation: 'either',
    aspect: 'input',
    values: fc.record({ client: sessionClient, second: redirectUri }),
    steps: ({ client: { input, uri }, second }) => [
      asMain(
        registerStep(
          withMembers(input, { redirect_uris: [second, uri], default_scopes: [fixtureScope, 'read'] }),
        ),
      ),
      asProbe(authorizeStep({ redirectUri: uri, scope: fixtureScope, state: 's' }), 'authorize'),
      asProbe(codeGrantStep({ redirectUri: uri }), 'redeem'),
      asProbe(refreshStep(), 'refresh-after'),
      asProbe(revokeStep({ token: slot('refreshed.refresh_token') }), 'revoke-after'),
      readBackStep(),
    ],
    enough: 4,
  });
}

function unknownUpdateFamily(): Family {
  return sessionFamily({
    name: 'client.update-unknown.invented',
    expectation: 'refuse',
    aspect: 'client-id',
    brokenAt: 'path',
    values: fc.record({ client: sessionClient, clientId: inventedValue }),
    steps: ({ client: { input }, clientId }) => [
      asMain(updateStep(input, { clientId })),
      readBackStep(clientId),
    ],
  });
}

function deletedUpdateFamily(): Family {
  return sessionFamily({
    name: 'client.update-unknown.deleted',
    expectation: 'refuse',
    aspect: 'client-id',
    brokenAt: 'path',
    values: sessionClient,
    steps: ({ input }) => [registerStep(input), deleteStep(), asMain(updateStep(input)), readBackStep()],
  });
}

const brokenMembers: readonly Readonly<Record<string, JsonValue>>[] = [
  { client_name: 'n'.repeat(65) },
  { client_description: 'd'.repeat(1001) },
  { client_name: 7 },
  { client_description: null },
  { redirect_uris: 'https://evil.invalid/' },
  { redirect_uris: ['https://evil.invalid/', 7] },
  { default_scopes: { all: true } },
];

/** Everything but one member is new and good: whatever is stored before all is checked shows. */
function failedUpdateFamily(): Family {
  return sessionFamily({
    name: 'client.update-failed',
    expectation: 'refuse',
    aspect: 'input',
    brokenAt: '/',
    values: fc.record({ client: sessionClient, broken: fc.constantFrom(...brokenMembers) }),
    steps: ({ client: { input }, broken }) => [
      registerStep(input),
      asMain(
        updateStep({
          client_name: `${input.client_name}-new`,
          client_description: 'New.',
          redirect_uris: ['https://new.example.net/done'],
          default_scopes: ['read'],
          ...broken,
        }),
      ),
      readBackStep(),
    ],
    enough: 14,
  });
}

function registeredAgainFamily(): Family {
  return sessionFamily({
    name: 'client.registered-again',
    expectation: 'accept',
    aspect: 'input',
    values: sessionClient,
    steps: ({ input }) => [
      registerStep(input),
      deleteStep(),
      asMain(otherClient({ input, uri: '' })),
      readBackStep(),
    ],
  });
}
