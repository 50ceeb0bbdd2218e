import type { ComparedKind, Comparison, SuiteComparison } from './comparison.ts';

/**
 * How much of an operation two targets have in common, from 0 to 1: the mean over the kinds of cases of their
 * likeness. Null where nothing was compared.
 */
export function scoreOf({ kinds }: Pick<SuiteComparison, 'kinds'>): number | null {
  const compared = kinds.filter((kind) => kind.compared > 0);
  return mean(compared.map(({ likeness }: ComparedKind) => likeness));
}

/** The mean over all operations that were compared. */
export function totalScore({ suites }: Pick<Comparison, 'suites'>): number | null {
  return mean(suites.map(scoreOf).filter((score) => score !== null));
}

/** A score in per cent with one decimal, rounded down: 100 is said of no less than all. */
export function percent(score: number): number {
  return Math.floor(score * 1000) / 10;
}

function mean(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
