import type { Family } from '../../generators/family.ts';
import type { DrawPlan } from './draw-cases.ts';

/**
 * How many cases each family contributes if `runs` are requested: in turn and by weight, until the runs are used up or
 * every family has given enough. So every intention is tested before any is tested twice.
 */
export function quotas(families: readonly Family[], runs: number): ReadonlyMap<Family, number> {
  const shares = new Map(families.map((family) => [family, 0]));
  const room = (family: Family): number => family.enough - (shares.get(family) ?? 0);
  let open = families.filter((family) => room(family) > 0);
  let left = runs;
  while (left > 0 && open.length > 0) {
    // Several rounds at once: 100,000 runs over one family do not need 100,000 iterations.
    const weights = open.reduce((sum, { weight = 1 }) => sum + weight, 0);
    const fullest = Math.min(...open.map((family) => Math.floor(room(family) / (family.weight ?? 1))));
    const rounds = Math.max(1, Math.min(Math.floor(left / weights), fullest));
    for (const family of open) {
      const share = Math.min(rounds * (family.weight ?? 1), room(family), left);
      shares.set(family, (shares.get(family) ?? 0) + share);
      left -= share;
    }
    open = open.filter((family) => room(family) > 0);
  }
  return shares;
}

/**
 * The cases of each family in a run: each polarity gets `runs` cases. A family that is not needed keeps its share, so
 * that the others have the same cases as in a whole run, but is left out.
 */
export function sharesOf({
  families,
  runs,
  isNeeded = () => true,
}: Pick<DrawPlan, 'families' | 'runs' | 'isNeeded'>): ReadonlyMap<Family, number> {
  const ofPolarity = (polarity: Family['polarity']): ReadonlyMap<Family, number> =>
    quotas(
      families.filter((family) => family.polarity === polarity),
      runs,
    );
  const shares = [...ofPolarity('valid'), ...ofPolarity('broken')];
  return new Map(shares.filter(([family]) => isNeeded(family)));
}

type Counted = Pick<DrawPlan, 'families' | 'runs' | 'isNeeded'> & { readonly replay: string | null };

/** How many cases a run sends. */
export function countCases(plan: Counted): number {
  if (plan.replay !== null) return 1;
  return [...sharesOf(plan).values()].reduce((sum, share) => sum + share, 0);
}

/** How many families have cases but get none. */
export function countLeftOut(plan: Counted): number {
  if (plan.replay !== null) return 0;
  return [...sharesOf(plan)].filter(([{ enough }, share]) => enough > 0 && share === 0).length;
}
