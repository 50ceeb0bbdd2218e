import type { Step } from '../case.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { authorizeStep } from '../setup/setup-steps.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import { codeFlow, laterCodeStep, otherClient, twoGrantsFlow, usedTokenFlow } from './flow-steps.ts';
import { sessionClient, twoClients } from './session-client.ts';
import type { SessionClient } from './session-client.ts';
import { asMain, asProbe, sessionFamily } from './session-case.ts';
import { codeGrantStep, refreshStep } from './token-steps.ts';

/**
 * Each case runs alone: a target that ends other grants would end those of all concurrent cases, and any of them might
 * report it. One case is enough; the others are there in case of transient answers.
 */
const alone = { isAlone: true, enough: 3 } as const;

/** Concurrent grants: a new grant does not end any earlier one. */
export function besideFamilies(): readonly Family[] {
  return [
    codeOfOtherFamily(),
    earlierCodeFamily(),
    tokenOfOtherFamily(),
    earlierTokenFamily(),
    refreshedGrantFamily(),
  ];
}

function codeOfOtherFamily(): Family {
  return sessionFamily({
    name: 'beside.code-of-other',
    expectation: 'accept',
    values: twoClients,
    steps: ([one, other]) => [
      ...codeFlow(one),
      ...otherCodeFlow(other),
      asMain(codeGrantStep({ redirectUri: one.uri })),
    ],
    ...alone,
  });
}

function earlierCodeFamily(): Family {
  return sessionFamily({
    name: 'beside.earlier-code',
    // No standard says that a client may have two codes.
    expectation: 'either',
    values: sessionClient,
    steps: (client) => [
      ...codeFlow(client),
      laterCodeStep(client),
      asMain(codeGrantStep({ redirectUri: client.uri })),
    ],
    ...alone,
  });
}

function tokenOfOtherFamily(): Family {
  return sessionFamily({
    name: 'beside.token-of-other',
    expectation: 'accept',
    values: twoClients,
    steps: ([one, other]) => [
      ...usedTokenFlow(one),
      ...otherCodeFlow(other),
      asMain(
        codeGrantStep({
          clientId: slot('other.id'),
          clientSecret: slot('other.secret'),
          code: slot('other.code'),
          redirectUri: other.uri,
          into: 'other.',
        }),
      ),
      useTokenStep(),
      asProbe(refreshStep(), 'refresh-after'),
    ],
    ...alone,
  });
}

function earlierTokenFamily(): Family {
  return sessionFamily({
    name: 'beside.earlier-token',
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      laterCodeStep(client),
      asMain(codeGrantStep({ code: slot('later.code'), redirectUri: client.uri, into: 'later.' })),
      useTokenStep(),
    ],
    ...alone,
  });
}

/** Refreshing one grant does not affect another grant of the same client. */
function refreshedGrantFamily(): Family {
  return sessionFamily({
    name: 'beside.earlier-token.refreshed',
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...twoGrantsFlow(client),
      asMain(refreshStep({ refreshToken: slot('later.refresh_token') })),
      useTokenStep(),
    ],
    ...alone,
  });
}

function otherCodeFlow(other: SessionClient): readonly Step[] {
  return [
    otherClient(other),
    authorizeStep({
      name: 'authorize-other',
      clientId: slot('other.id'),
      redirectUri: other.uri,
      code: 'other.code',
    }),
  ];
}
