import { limitAfter } from '../../driver/time-limit.ts';
import type { TimeLimit } from '../../driver/time-limit.ts';
import type { Case } from '../../generators/case.ts';
import type { Family } from '../../generators/family.ts';
import type { CasePath } from './case-path.ts';
import type { ShrinkableCase } from './draw-cases.ts';

/** Time limit for shrinking one finding, so that a slow target does not receive requests for minutes. */
export const shrinkTimeMs = 5000;

/** The smallest case found within the budget, and how much of that was spent. */
export interface Shrunk {
  readonly smallest: ShrinkableCase;
  readonly shrinks: number;
  readonly spent: number;
}

/** How many requests the budget of one case pays for. */
const requestsEach = 4;

/** What a case takes from the budget: a race of eighty requests must not cost as little as a single one. */
function costOf({ steps }: Case): number {
  return Math.ceil(steps.length / requestsEach);
}

/**
 * Shrinks a case while `stillFails` holds. Candidates are tried `width` at a time and the first failing one in order is
 * taken, so the result is the same as one by one, but sooner. Those of a family that runs alone are tried one by one,
 * since another one might be why a candidate fails. `budget` is the number of tries; a case of many requests takes
 * several of them. After `timeMs` no further one is begun, since a case that crashes its target takes seconds.
 */
export async function shrink(
  start: ShrinkableCase,
  family: Family,
  stillFails: (candidate: ShrinkableCase) => Promise<boolean>,
  { width, budget, timeMs }: { readonly width: number; readonly budget: number; readonly timeMs: number },
): Promise<Shrunk> {
  let smallest = start;
  let shrinks = 0;
  let spent = 0;
  const limit = limitAfter(timeMs);
  const atOnce = family.isAlone === true ? 1 : width;
  for (;;) {
    const next = await firstFailing(smallest, family, stillFails, { atOnce, budget: budget - spent, limit });
    spent += next.spent;
    if (next.found === null) return { smallest, shrinks, spent };
    smallest = next.found;
    shrinks += 1;
  }
}

async function firstFailing(
  from: ShrinkableCase,
  family: Family,
  stillFails: (candidate: ShrinkableCase) => Promise<boolean>,
  { atOnce, budget, limit }: { readonly atOnce: number; readonly budget: number; readonly limit: TimeLimit },
): Promise<{ readonly found: ShrinkableCase | null; readonly spent: number }> {
  const stream = family.cases.shrink(from.value.value_, from.value.context);
  let spent = 0;
  let position = 0;
  while (!limit.isOver()) {
    const batch: ShrinkableCase[] = [];
    while (batch.length < atOnce && spent < budget) {
      const next = stream.next();
      if (next.done === true) break;
      const testCase = next.value.value;
      spent += costOf(testCase);
      batch.push({ path: append(from.path, position), testCase, value: next.value });
      position += 1;
    }
    if (batch.length === 0) break;
    const fails = await Promise.all(batch.map(stillFails));
    const found = batch[fails.indexOf(true)];
    if (found !== undefined) return { found, spent };
  }
  return { found: null, spent };
}

function append(path: CasePath, position: number): CasePath {
  return { ...path, steps: [...path.steps, position] };
}
