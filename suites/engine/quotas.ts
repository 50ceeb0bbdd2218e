import type { Family } from '../../generators/family.ts';

/**
 * How many cases each family gives when `runs` are asked for: in turn, each by its weight, until they are used up or
 * every family has given enough. So every intention is met before any is met twice.
 */
export function quotas(families: readonly Family[], runs: number): ReadonlyMap<Family, number> {
  const shares = new Map(families.map((family) => [family, 0]));
  const room = (family: Family): number => family.enough - (shares.get(family) ?? 0);
  let open = families.filter((family) => room(family) > 0);
  let left = runs;
  while (left > 0 && open.length > 0) {
    // Whole rounds at once: 100,000 runs over one family are not 100,000 rounds.
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

/** The cases of each family in a run: each polarity has so many `runs`. */
export function sharesOf({
  families,
  runs,
}: {
  readonly families: readonly Family[];
  readonly runs: number;
}): ReadonlyMap<Family, number> {
  const ofPolarity = (polarity: Family['polarity']): ReadonlyMap<Family, number> =>
    quotas(
      families.filter((family) => family.polarity === polarity),
      runs,
    );
  return new Map([...ofPolarity('valid'), ...ofPolarity('broken')]);
}
