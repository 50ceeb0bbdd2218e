import { beforeAll, describe, expect, it } from '@jest/globals';
import { monotonicMs } from '../../../driver/time-limit.ts';
import { shareMsOf } from '../../../run/pace/time-budget.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import type { Contract } from '../../../spec/operation.ts';
import { suiteIds } from '../../../spec/operation-ids.ts';
import type { SuiteId } from '../../../spec/operation-ids.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await loadBundledContract();
});

type Plan = Parameters<typeof shareMsOf>[0];

/** The plan of a default run that began so many seconds ago. */
function planOf(agoS: number, facts: Partial<Plan> = {}): Plan {
  const settings = { runs: 'default', workers: 1 } as const;
  const usual = { contract, suites: suiteIds, seed: 1, concurrency: 8, rate: null, deadline: null, settings };
  return { ...usual, beganAt: monotonicMs() - agoS * 1000, ...facts };
}

const seconds = (suite: SuiteId, agoS: number, facts?: Partial<Plan>): number =>
  shareMsOf(planOf(agoS, facts), suite) / 1000;

describe('the time of a suite', () => {
  it('is in proportion to its requests, and within five minutes for all of them', () => {
    const [first = 'session'] = suiteIds;
    expect(seconds(first, 0)).toBe(10);
    expect(seconds('oauth_client_client_id_put', 0)).toBeGreaterThan(seconds('oauth_client_list_post', 0));
    let spentS = 0;
    for (const suite of suiteIds) spentS += seconds(suite, spentS);
    expect(spentS).toBeLessThanOrEqual(290);
    expect(spentS).toBeGreaterThan(200);
  });

  it('is left for the last suite if each before it takes all of its own', () => {
    let spentS = 0;
    for (const suite of suiteIds.slice(0, -1)) spentS += seconds(suite, spentS);
    expect(seconds('session', spentS)).toBeGreaterThan(50);
  });

  it('is none once the time of the run is spent', () => {
    expect(seconds('session', 290)).toBe(0);
  });

  it('grows with what is asked for: more cases, fewer in flight, a rate, a later end', () => {
    const usual = seconds('session', 0, { suites: ['session'] });
    const more = (facts: Partial<Plan>): number => seconds('session', 0, { suites: ['session'], ...facts });
    expect(usual).toBeCloseTo(290, 0);
    expect(more({ settings: { runs: 'thorough', workers: 1 } })).toBeGreaterThan(1.2 * usual);
    expect(more({ concurrency: 2 })).toBeCloseTo(1190, 0);
    expect(more({ rate: 10 })).toBeGreaterThan(700);
    expect(more({ deadline: monotonicMs() + 900_000 })).toBeCloseTo(890, 0);
    // Less is no matter of shares: the run ends there.
    expect(more({ deadline: monotonicMs() + 10_000 })).toBeCloseTo(290, 0);
    expect(more({ settings: { runs: 10, workers: 1 }, concurrency: 32 })).toBeCloseTo(290, 0);
  });
});
