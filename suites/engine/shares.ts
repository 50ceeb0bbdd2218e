import type { Family } from '../../generators/family.ts';
import type { Effort } from '../../generators/effort.ts';
import { worth } from './worth.ts';

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

/** Cases of each polarity in a thorough run: most families give as many as add anything. */
const thoroughRuns = 400;

/** What a family gives that nothing is known of, since another contract has it. */
const unknownWorth = { smoke: 1, default: 2 };

/** What the number of cases depends on. */
export interface SharePlan {
  /** An operation id or `session`. */
  readonly suite: string;
  readonly families: readonly Family[];
  readonly runs: Effort;
  /** Which families have cases that a rule of the run is about; all by default. */
  readonly isNeeded?: (family: Family) => boolean;
}

/**
 * The cases of each family in a run. A family that is not needed keeps its share, so that the others have the same cases
 * as in a whole run, but is left out.
 */
export function sharesOf({
  suite,
  families,
  runs,
  isNeeded = () => true,
}: SharePlan): ReadonlyMap<Family, number> {
  return new Map([...allShares(suite, families, runs)].filter(([family]) => isNeeded(family)));
}

function allShares(suite: string, families: readonly Family[], runs: Effort): ReadonlyMap<Family, number> {
  if (typeof runs === 'number') return quotasOfBoth(families, runs);
  const named = (effort: 'smoke' | 'default', family: Family): number =>
    Math.min(family.enough, worthOf(suite, family)[effort]);
  if (runs !== 'thorough') return new Map(families.map((family) => [family, named(runs, family)]));
  const quota = quotasOfBoth(families, thoroughRuns);
  return new Map(
    families.map((family) => [family, Math.max(quota.get(family) ?? 0, named('default', family))]),
  );
}

function quotasOfBoth(families: readonly Family[], runs: number): ReadonlyMap<Family, number> {
  const ofPolarity = (polarity: Family['polarity']): ReadonlyMap<Family, number> =>
    quotas(
      families.filter((family) => family.polarity === polarity),
      runs,
    );
  return new Map([...ofPolarity('valid'), ...ofPolarity('broken')]);
}

/** When the cases of a family are drawn, in this order. */
export const familyPlaces = ['patient', 'usual', 'alone', 'last'] as const;

type FamilyPlace = (typeof familyPlaces)[number];

export function familyPlaceOf({ isPatient, isAlone, isCrashProne }: Family): FamilyPlace {
  if (isCrashProne === true) return 'last';
  if (isAlone === true) return 'alone';
  return isPatient === true ? 'patient' : 'usual';
}

/**
 * The place of a case among all of a run, by the number in which it is drawn. Cases that wait begin first and count last:
 * what others show too is sent again sooner in theirs.
 */
export function rankOf({ isPatient }: Family, number: number, total: number): number {
  return isPatient === true ? total + number : number;
}

/**
 * The cases that are drawn before all others that are sent side by side, since they find most: those of a smoke run, as far
 * as the run has them. The family that is worth most comes first.
 */
export function firstPassOf(plan: SharePlan): ReadonlyMap<Family, number> {
  const ranks = new Map(Object.keys(worth[plan.suite] ?? {}).map((name, rank) => [name, rank]));
  const rankOf = ([{ name }]: readonly [Family, number]): number => ranks.get(name) ?? ranks.size;
  return new Map(
    [...sharesOf(plan)]
      .map(([family, share]) => [family, Math.min(share, worthOf(plan.suite, family).smoke)] as const)
      .filter(([family, share]) => share > 0 && familyPlaceOf(family) === 'usual')
      .sort((one, other) => rankOf(one) - rankOf(other)),
  );
}

function worthOf(suite: string, { name }: Family): { readonly smoke: number; readonly default: number } {
  const known = worth[suite]?.[name];
  return known === undefined ? unknownWorth : { smoke: known[0], default: known[1] };
}

type Counted = SharePlan & { readonly replay: string | null };

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
