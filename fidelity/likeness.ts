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
