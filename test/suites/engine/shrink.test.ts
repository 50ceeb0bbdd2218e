import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { drawCases, drawShrinkable } from '../../../suites/engine/draw-cases.ts';
import type { ShrinkableCase } from '../../../suites/engine/draw-cases.ts';
import { shrink } from '../../../suites/engine/shrink.ts';
import { textFamily } from './fake-suite.ts';

const family = textFamily('valid.text');
const plan = { families: [family], suite: 'oauth_idp_login_get', seed: 11, runs: 50 };

function textOf({ testCase }: Pick<ShrinkableCase, 'testCase'>): string {
  const piece = testCase.steps[0]?.request.path[0];
  return typeof piece === 'string' ? piece : '';
}

function firstFailing(fails: (text: string) => boolean): ShrinkableCase {
  for (const { path, testCase } of drawCases(plan)) {
    const start = fails(textOf({ testCase })) ? drawShrinkable(plan, family, path) : null;
    if (start !== null) return start;
  }
  throw new Error('no case fails');
}

describe('shrinking', () => {
  const fails = (text: string): boolean => text.length > 5;

  it.each([1, 8, 32])('with %i in flight finds what fast-check finds one by one', async (width) => {
    const start = firstFailing(fails);
    const { smallest, shrinks } = await shrink(start, family, (one) => Promise.resolve(fails(textOf(one))), {
      width,
      budget: 5000,
      timeMs: 20_000,
    });
    expect(textOf(smallest)).toHaveLength(6);
    expect(shrinks).toBeGreaterThan(0);
    expect(smallest.path.steps).toHaveLength(1 + shrinks);
    // The path leads to the smallest case again.
    expect(drawShrinkable(plan, family, smallest.path)?.testCase).toEqual(smallest.testCase);
  });

  it('spends no more tries than its budget', async () => {
    let tries = 0;
    await shrink(
      firstFailing(fails),
      family,
      (one) => {
        tries += 1;
        return Promise.resolve(fails(textOf(one)));
      },
      { width: 8, budget: 13, timeMs: 20_000 },
    );
    expect(tries).toBeLessThanOrEqual(13);
  });

  it('takes as much for a case of many requests as for several of few', async () => {
    const long = {
      ...family,
      cases: family.cases.map((one) => ({ ...one, steps: Array(81).fill(one.steps[0]) })),
    };
    const start = drawShrinkable(plan, long, { family: family.name, chunk: 0, steps: [0] });
    if (start === null) throw new Error('nothing drawn');
    let tries = 0;
    const count = (): Promise<boolean> => Promise.resolve((tries += 1) < 0);
    const { spent } = await shrink(start, long, count, { width: 1, budget: 42, timeMs: 20_000 });
    // Each costs as much as 21 cases of up to four requests.
    expect([tries, spent]).toEqual([2, 42]);
  });

  it.each([
    ['one at a time, if they run alone', true, 1],
    ['several at a time', false, 8],
  ])('tries cases %s', async (_name, isAlone, expected) => {
    const alone = { ...family, isAlone };
    let trying = 0;
    let most = 0;
    const start = firstFailing(fails);
    const stillFails = async (): Promise<boolean> => {
      trying += 1;
      most = Math.max(most, trying);
      await Promise.resolve();
      trying -= 1;
      return false;
    };
    await shrink(start, alone, stillFails, { width: 8, budget: 20, timeMs: 20_000 });
    expect(most).toBe(expected);
  });

  it('spends no more time than it may', async () => {
    const start = firstFailing(fails);
    const { shrinks } = await shrink(start, family, () => Promise.resolve(true), {
      width: 1,
      budget: 100,
      timeMs: -1,
    });
    expect(shrinks).toBe(0);
  });

  it('keeps the start where nothing smaller fails', async () => {
    const start = firstFailing(fails);
    const kept = await shrink(start, family, () => Promise.resolve(false), {
      width: 4,
      budget: 100,
      timeMs: 20_000,
    });
    expect(kept).toEqual({ smallest: start, shrinks: 0, spent: 100 });
  });

  it('ends for a family that cannot be made smaller', async () => {
    const constant = { ...family, cases: fc.constant(firstFailing(fails).testCase) };
    const start = drawShrinkable(plan, constant, { family: family.name, chunk: 0, steps: [0] });
    if (start === null) throw new Error('nothing drawn');
    const { shrinks } = await shrink(start, constant, () => Promise.resolve(true), {
      width: 4,
      budget: 10_000,
      timeMs: 20_000,
    });
    expect(shrinks).toBe(0);
  });
});
