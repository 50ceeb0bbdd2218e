import * as fc from 'fast-check';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { authorizeStep, registerStep } from '../setup/setup-steps.ts';
import { fixtureScope } from '../setup/fixture-client.ts';
import { readBackStep } from '../setup/probe-steps.ts';
import { ordinaryText } from '../text/text.ts';
import { deleteStep, readStep, updateStep } from './client-steps.ts';
import { otherClient } from './flow-steps.ts';
import { redirectUri, sessionClient, withMembers } from './session-client.ts';
import { asMain, asProbe, asSetup, sessionFamily } from './session-case.ts';
import { codeGrantStep, refreshStep, revokeStep } from './token-steps.ts';

/** The life of a client from registration to deletion. */
export function clientFamilies(): readonly Family[] {
  return [lifecycleFamily(), usedFamily(), registeredAgainFamily()];
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

/** Grants less than is registered: a target that confuses the two shows it in either. */
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
      asProbe(authorizeStep({ redirectUri: uri }), 'authorize'),
      asProbe(codeGrantStep({ redirectUri: uri }), 'redeem'),
      asProbe(refreshStep(), 'refresh-after'),
      asProbe(
        refreshStep({
          refreshToken: slot('refreshed.refresh_token'),
          into: 'again.',
          extra: [['scope', `${fixtureScope} read`]],
        }),
        'refresh-again',
      ),
      asProbe(revokeStep({ token: slot('again.refresh_token') }), 'revoke-after'),
      readBackStep(),
    ],
    enough: 4,
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
