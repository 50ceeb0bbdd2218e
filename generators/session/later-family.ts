import type { Family } from '../family.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import { readStep } from './client-steps.ts';
import { usedTokenFlow } from './flow-steps.ts';
import { sessionClient } from './session-client.ts';
import { sessionFamily } from './session-case.ts';
import { asMain, asProbe } from './step-role.ts';
import { refreshStep } from './token-steps.ts';

/** Shorter than the longest pause of a run, so that it costs none of its time. */
const laterMs = 3_000;

/** A client and its tokens a few seconds later: what is kept in memory too briefly, or expires too early, is gone. */
export function laterFamily(): Family {
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
  });
}
