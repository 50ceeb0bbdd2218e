import type { ComparedKind, Comparison, SuiteComparison } from './comparison.ts';
import type { Difference } from './difference.ts';
import { facets } from './fact.ts';

/** What two answers with the same outcome may have in common: each facet that counts, and the verdicts. */
const aspects = new Set<Difference['facet']>([...facets, 'rule']);
aspects.delete('outcome');
aspects.delete('incidental header');

/**
 * How much two answers have in common, from 0 to 1: the share of the facets in which they do not differ. It is 0 if the
 * outcome differs, since all that follows results from it.
 */
export function likenessOf(different: readonly Difference['facet'][]): number {
  if (different.includes('outcome')) return 0;
  const missed = new Set(different.filter((facet) => aspects.has(facet)));
  return 1 - missed.size / aspects.size;
}

/**
 * How much two targets have in common on an operation, from 0 to 1: the mean likeness over the kinds of cases. Null if
 * nothing was compared.
 */
export function scoreOf({ kinds }: Pick<SuiteComparison, 'kinds'>): number | null {
  const compared = kinds.filter((kind) => kind.compared > 0);
  return mean(compared.map(({ likeness }: ComparedKind) => likeness));
}

/** The mean over all operations that were compared. */
export function totalScore({ suites }: Pick<Comparison, 'suites'>): number | null {
  return mean(suites.map(scoreOf).filter((score) => score !== null));
}

/** A score in per cent with one decimal, rounded down, so that only a full score is 100. */
export function percent(score: number): number {
  return Math.floor(score * 1000) / 10;
}

function mean(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
