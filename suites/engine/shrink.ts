import { limitAfter } from '../../driver/time-limit.ts';
import type { TimeLimit } from '../../driver/time-limit.ts';
import type { Family } from '../../generators/family.ts';
import type { CasePath } from './case-path.ts';
import type { ShrinkableCase } from './draw-cases.ts';

/** Time limit for shrinking one finding, so that a slow target does not receive requests for minutes. */
export const shrinkTimeMs = 5000;

/** The smallest case found within the budget. */
export interface Shrunk {
  readonly smallest: ShrinkableCase;
  readonly shrinks: number;
}

/**
 * Shrinks a case while `stillFails` holds. Candidates are tried `width` at a time and the first failing one in order is
 * taken, so the result is the same as one by one, but sooner. `budget` is the number of tries. After `timeMs` no
 * further one is begun, since a case that crashes its target takes seconds.
 */
export async function shrink(
  start: ShrinkableCase,
  family: Family,
  stillFails: (candidate: ShrinkableCase) => Promise<boolean>,
  { width, budget, timeMs }: { readonly width: number; readonly budget: number; readonly timeMs: number },
): Promise<Shrunk> {
  let smallest = start;
  let shrinks = 0;
  let left = budget;
  const limit = limitAfter(timeMs);
  for (;;) {
    const next = await firstFailing(smallest, family, stillFails, { width, budget: left, limit });
    left -= next.tries;
    if (next.found === null) return { smallest, shrinks };
    smallest = next.found;
    shrinks += 1;
  }
}

async function firstFailing(
  from: ShrinkableCase,
  family: Family,
  stillFails: (candidate: ShrinkableCase) => Promise<boolean>,
  { width, budget, limit }: { readonly width: number; readonly budget: number; readonly limit: TimeLimit },
): Promise<{ readonly found: ShrinkableCase | null; readonly tries: number }> {
  const stream = family.cases.shrink(from.value.value_, from.value.context);
  let tries = 0;
  let position = 0;
  while (tries < budget && !limit.isOver()) {
    const batch: ShrinkableCase[] = [];
    while (batch.length < Math.min(width, budget - tries)) {
      const next = stream.next();
      if (next.done === true) break;
      batch.push({ path: append(from.path, position), testCase: next.value.value, value: next.value });
      position += 1;
    }
    if (batch.length === 0) break;
    tries += batch.length;
    const fails = await Promise.all(batch.map(stillFails));
    const found = batch[fails.indexOf(true)];
    if (found !== undefined) return { found, tries };
  }
  return { found: null, tries };
}

function append(path: CasePath, position: number): CasePath {
  return { ...path, steps: [...path.steps, position] };
}
