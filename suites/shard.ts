import type { SuiteId } from '../spec/operation-ids.ts';

/** One of the parts into which a run is split over machines. */
export interface Shard {
  /** From 1 to `of`. */
  readonly index: number;
  readonly of: number;
}

/**
 * The cost of each suite: the requests of a default run. Only their proportions matter, and those hold for any number
 * of cases.
 */
const costs: Readonly<Record<SuiteId, number>> = {
  oauth_adfs_login_get: 80,
  oauth_authorize_post: 670,
  oauth_client_post: 1570,
  oauth_client_list_post: 800,
  oauth_client_client_id_get: 1430,
  oauth_client_client_id_put: 3220,
  oauth_client_client_id_delete: 2090,
  oauth_generate_token_post: 1210,
  oauth_idp_callback_get: 490,
  oauth_idp_login_get: 80,
  oauth_revoke_token_post: 1060,
  oauth_token_post: 1800,
  session: 3850,
};

/**
 * The suites of a shard, in the given order. The suites, the costliest first, are assigned in turn to the shard with
 * the least load. So each suite is in exactly one shard, and all machines agree without communication. A shard may be
 * empty.
 */
export function suitesOfShard(suites: readonly SuiteId[], { index, of }: Shard): readonly SuiteId[] {
  const loads = Array.from({ length: of }, () => 0);
  const mine = new Set<SuiteId>();
  for (const suite of [...suites].sort((one, other) => costs[other] - costs[one])) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] = (loads[lightest] ?? 0) + costs[suite];
    if (lightest === index - 1) mine.add(suite);
  }
  return suites.filter((suite) => mine.has(suite));
}
