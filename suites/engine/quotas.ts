import type { Family } from '../../generators/family.ts';

/**
 * How many cases each family gives when `runs` are asked for: one each in turn, in order, until they are used up or
 * every family has given enough. So every intention is met before any is met twice.
 */
export function quotas(families: readonly Family[], runs: number): ReadonlyMap<Family, number> {
  const shares = new Map(families.map((family) => [family, 0]));
  let open = families.filter((family) => family.enough > 0);
  let left = runs;
  while (left > 0 && open.length > 0) {
    // Whole rounds at once: 100,000 runs over one family are not 100,000 rounds.
    const round = Math.max(
      1,
      Math.min(Math.floor(left / open.length), ...open.map((f) => f.enough - (shares.get(f) ?? 0))),
    );
    for (const family of open) {
      const share = Math.min(round, left);
      shares.set(family, (shares.get(family) ?? 0) + share);
      left -= share;
    }
    open = open.filter((family) => family.enough > (shares.get(family) ?? 0));
  }
  return shares;
}
