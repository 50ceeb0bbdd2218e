import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import { readStep } from './client-steps.ts';
import { codeFlow, tokenFlow, usedTokenFlow } from './flow-steps.ts';
import { sessionClient } from './session-client.ts';
import { asMain, asProbe, sessionFamily } from './session-case.ts';
import { codeGrantStep, refreshStep } from './token-steps.ts';

/**
 * As long as the longest pause of a run, so that it adds no time. It is longer than a thousandth of an hour, which a
 * target with a wrong unit of time may give as the lifetime.
 */
const laterMs = 4_000;

/** What a target issued a few seconds ago is still valid. */
export function laterFamilies(): readonly Family[] {
  return [keptFamily(), refreshedFamily(), codeFamily()];
}

/** A client and its tokens a few seconds later: shows what is stored too briefly or expires too early. */
function keptFamily(): Family {
  return sessionFamily({
    name: 'later.kept',
    expectation: 'accept',
    aspect: 'client-id',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      { ...asMain(readStep()), waitMs: laterMs },
      useTokenStep(),
      asProbe(refreshStep(), 'refresh-after'),
    ],
    enough: 2,
    isPatient: true,
  });
}

/** Refreshed tokens may be stored by other code than redeemed ones. */
function refreshedFamily(): Family {
  return sessionFamily({
    name: 'later.refreshed',
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...tokenFlow(client),
      asMain(refreshStep()),
      asProbe(useTokenStep(slot('refreshed.access_token')), 'use-refreshed'),
      { ...asProbe(useTokenStep(slot('refreshed.access_token')), 'use-refreshed-later'), waitMs: laterMs },
    ],
    enough: 2,
    isPatient: true,
  });
}

/** A user agent takes seconds to deliver a code to its client, and the client takes some to redeem it. */
function codeFamily(): Family {
  return sessionFamily({
    name: 'later.code',
    expectation: 'either',
    values: sessionClient,
    steps: (client) => [
      ...codeFlow(client),
      { ...asMain(codeGrantStep({ redirectUri: client.uri })), waitMs: laterMs },
    ],
    enough: 2,
    isPatient: true,
  });
}
