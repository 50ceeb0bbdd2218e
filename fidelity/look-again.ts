import { formatCasePath } from '../suites/engine/case-path.ts';
import { drawShrinkable } from '../suites/engine/draw-cases.ts';
import type { ShrinkableCase } from '../suites/engine/draw-cases.ts';
import { readingPart } from '../suites/engine/read-only.ts';
import type { SuiteRun } from '../suites/engine/suite-run.ts';
import { shrink } from '../suites/engine/shrink.ts';
import { compareCase } from './both-sides.ts';
import type { DifferenceGroup } from './difference-tally.ts';
import { differenceKey } from './difference.ts';
import { evidenceOf } from './evidence.ts';
import type { Evidence } from './evidence.ts';

/** Two targets under comparison, and the budget left for examining their differences. */
export interface Looking {
  readonly a: SuiteRun;
  readonly b: SuiteRun;
  /** The budget left for shrinking cases. */
  shrinksLeft: number;
  readonly isOver: () => boolean;
}

/** A reproduced difference, on the smallest case that shows it. */
export interface Sighting {
  readonly evidence: Evidence;
  readonly path: string;
  readonly shrinks: number;
}

/**
 * How a case is set up when it is sent again: first as before, then without steps shared with other cases. A defect may
 * have used up a token that they share, and a race shows at some times only.
 */
const setUps = ['shared', 'own'] as const;
type SetUp = (typeof setUps)[number];
/** Time limit for shrinking one case. */
const shrinkTimeMs = 5000;

/**
 * Sends the first cases of a difference again until one of them shows it, and shrinks that one. `transient` if none
 * does: then it was no difference. `no time` if there was no time left.
 */
export async function lookAgain(
  looking: Looking,
  group: DifferenceGroup,
  isShrunk: boolean,
): Promise<Sighting | 'transient' | 'no time'> {
  for (const { drawn } of group.witnesses) {
    const start = drawShrinkable(looking.a.plan, drawn.family, drawn.path);
    if (start === null) continue;
    for (const setUp of setUps) {
      if (looking.isOver()) return 'no time';
      const evidence = await see(looking, group.key, start, setUp);
      if (evidence === null) continue;
      if (!isShrunk) return { evidence, path: formatCasePath(drawn.path), shrinks: 0 };
      return makeSmaller(looking, group, { start, setUp, family: drawn.family, evidence });
    }
  }
  return 'transient';
}

async function makeSmaller(
  looking: Looking,
  { key }: DifferenceGroup,
  from: {
    readonly start: ShrinkableCase;
    readonly setUp: SetUp;
    readonly family: DifferenceGroup['witnesses'][number]['drawn']['family'];
    readonly evidence: Evidence;
  },
): Promise<Sighting> {
  const seen = new Map([[formatCasePath(from.start.path), from.evidence]]);
  const stillShows = async (candidate: ShrinkableCase): Promise<boolean> => {
    const evidence = looking.isOver() ? null : await see(looking, key, candidate, from.setUp);
    if (evidence !== null) seen.set(formatCasePath(candidate.path), evidence);
    return evidence !== null;
  };
  const { plan } = looking.a;
  const { smallest, shrinks, spent } = await shrink(from.start, from.family, stillShows, {
    width: plan.concurrency,
    budget: Math.min(plan.shrinkBudget.each, looking.shrinksLeft),
    timeMs: shrinkTimeMs,
  });
  looking.shrinksLeft -= spent;
  const path = formatCasePath(smallest.path);
  return { evidence: seen.get(path) ?? from.evidence, path, shrinks };
}

async function see(
  { a, b }: Looking,
  key: string,
  candidate: ShrinkableCase,
  setUp: SetUp,
): Promise<Evidence | null> {
  const testCase = a.plan.isReadOnly === true ? readingPart(candidate.testCase) : candidate.testCase;
  if (testCase === null) return null;
  const comparison = await compareCase(
    { path: candidate.path, testCase },
    setUp === 'shared' ? { a, b } : { a: alone(a), b: alone(b) },
  );
  const found = comparison?.differences?.find((difference) => differenceKey(difference) === key);
  return comparison === null || found === undefined
    ? null
    : evidenceOf(comparison, found, [a.password, b.password]);
}

/** A run whose next case shares nothing with those before it. */
function alone(run: SuiteRun): SuiteRun {
  return { ...run, source: run.source.apart() };
}
