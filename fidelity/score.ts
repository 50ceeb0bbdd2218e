import type { ComparedKind, Comparison, SuiteComparison } from './comparison.ts';
import type { Difference } from './difference.ts';
import { facets } from './fact.ts';

/** What may be alike of two answers with the same outcome: each facet that counts, and the verdicts. */
const aspects = new Set<Difference['facet']>([...facets, 'rule']);
aspects.delete('outcome');
aspects.delete('incidental header');

/**
 * How much two answers have in common, from 0 to 1, by the facets in which they differ: the share of the others, and
 * nothing where the outcome is another, since all that follows comes of it.
 */
export function likenessOf(different: readonly Difference['facet'][]): number {
  if (different.includes('outcome')) return 0;
  const missed = new Set(different.filter((facet) => aspects.has(facet)));
  return 1 - missed.size / aspects.size;
}

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
