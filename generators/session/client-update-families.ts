import * as fc from 'fast-check';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { Family } from '../family.ts';
import { readBackStep } from '../setup/probe-steps.ts';
import { runMark } from '../setup/run-mark.ts';
import { registerStep } from '../setup/setup-steps.ts';
import { deleteStep, updateStep } from './client-steps.ts';
import { asMain, sessionFamily } from './session-case.ts';
import { inventedValue, redirectUri, sessionClient, withMembers } from './session-client.ts';
import { inTurn } from '../text/in-turn.ts';

/** Updates: what they replace, and what they must not create. */
export function clientUpdateFamilies(): readonly Family[] {
  return [
    replacedFamily(),
    replacedAgainFamily(),
    replacedAlikeFamily(),
    unknownUpdateFamily(),
    deletedUpdateFamily(),
    failedUpdateFamily(),
  ];
}

/** The update has fewer entries and other texts than the registration: either shows a target that merges them. */
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

/** An update must not prevent the next one from being stored, however soon that follows. */
function replacedAgainFamily(): Family {
  return sessionFamily({
    name: 'client.replaced.again',
    expectation: 'accept',
    aspect: 'input',
    values: fc.record({ client: sessionClient, second: redirectUri }),
    steps: ({ client: { input, uri }, second }) => [
      registerStep(input),
      updateStep(
        withMembers(input, {
          client_name: `${input.client_name}-new`,
          client_description: 'New.',
          redirect_uris: [second],
          default_scopes: [],
        }),
      ),
      asMain(
        updateStep(
          withMembers(input, {
            client_name: `${input.client_name}-newer`,
            client_description: 'Newer.',
            redirect_uris: [uri, second],
          }),
        ),
      ),
      readBackStep(),
    ],
    enough: 4,
  });
}

/** An update that a careless comparison takes for no change: other case, other order. */
function replacedAlikeFamily(): Family {
  return sessionFamily({
    name: 'client.replaced.alike',
    expectation: 'accept',
    aspect: 'input',
    values: fc.record({ client: sessionClient, second: redirectUri }),
    steps: ({ client: { input, uri }, second }) => [
      registerStep(withMembers(input, { redirect_uris: [uri, second] })),
      asMain(
        updateStep({
          ...input,
          client_name: `${input.client_name.slice(0, -4)}${input.client_name.slice(-4).toUpperCase()}`,
          client_description: input.client_description.toUpperCase(),
          redirect_uris: [second, uri],
        }),
      ),
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

/** All members but one are new and valid: this shows if anything is stored before everything is validated. */
function failedUpdateFamily(): Family {
  return sessionFamily({
    name: 'client.update-failed',
    expectation: 'refuse',
    aspect: 'input',
    brokenAt: '/',
    values: fc.record({ client: sessionClient, broken: inTurn(...brokenMembers) }),
    steps: ({ client: { input }, broken }) => [
      registerStep(input),
      asMain(
        updateStep({
          client_name: `${input.client_name}-new`,
          client_description: `New by run ${runMark}.`,
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
