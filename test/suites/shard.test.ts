import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { suiteIds } from '../../spec/operation-ids.ts';
import { suitesOfShard } from '../../suites/shard.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';

const split = (suites: readonly SuiteId[], of: number): readonly (readonly SuiteId[])[] =>
  Array.from({ length: of }, (_, part) => suitesOfShard(suites, { index: part + 1, of }));

describe('shards', () => {
  it('have every suite exactly once, in the order given', () => {
    const anyRun = fc.record({
      suites: fc.shuffledSubarray([...suiteIds]),
      of: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(anyRun, ({ suites, of }) => {
        const parts = split(suites, of);
        expect(parts.flat().toSorted()).toEqual(suites.toSorted());
        for (const part of parts) expect(part).toEqual(suites.filter((suite) => part.includes(suite)));
      }),
    );
  });

  it('are empty only where there are more shards than suites', () => {
    for (let of = 1; of <= suiteIds.length; of += 1)
      expect(split(suiteIds, of).filter((part) => part.length === 0)).toEqual([]);
    expect(split(['session'], 3)).toEqual([['session'], [], []]);
  });

  it('stay what they are: nodes of another version would leave suites out', () => {
    expect(split(suiteIds, 4)).toMatchInlineSnapshot(`
     [
       [
         "oauth_authorize_post",
         "session",
       ],
       [
         "oauth_adfs_login_get",
         "oauth_client_client_id_put",
         "oauth_generate_token_post",
       ],
       [
         "oauth_client_list_post",
         "oauth_client_client_id_get",
         "oauth_client_client_id_delete",
         "oauth_idp_callback_get",
       ],
       [
         "oauth_client_post",
         "oauth_idp_login_get",
         "oauth_revoke_token_post",
         "oauth_token_post",
       ],
     ]
    `);
  });
});
