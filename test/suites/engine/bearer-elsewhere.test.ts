import { describe, expect, it } from '@jest/globals';
import { rulesOf } from '../../../checks/catalogue.ts';
import { openTarget } from '../../../driver/open-target.ts';
import { familiesOf } from '../../../generators/families.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import { runSuite } from '../../../suites/engine/run-suite.ts';
import { createReference } from '../../../targets/reference/create-reference.ts';

const rules = rulesOf('session').filter(({ id }) =>
  ['bearer.invalid.unauthorized', 'revoke.access-token.dead', 'code.replay.kills-access'].includes(id),
);

/** How often a target that serves only the 12 operations is judged by each rule, and violates it. */
async function judge(faults: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const contract = await loadBundledContract();
  const reference = await createReference({ faults, variants: ['operations-only'] });
  const { origin, pathname } = new URL(reference.url);
  const target = openTarget({ origin, connections: 8, timeoutMs: 5000 });
  try {
    const record = await runSuite(
      {
        ...{ suite: 'session', contract, seed: 1, runs: 300, concurrency: 8, rules },
        families: familiesOf(contract, 'session').filter(({ name }) =>
          /^(?:bearer\.use|revoke|code)/.test(name),
        ),
        ...{ deadline: null, replay: null, shrinkBudget: { each: 0, all: 0 } },
        ...{ isInterrupted: () => false, onProgress: () => undefined },
      },
      {
        target: { basePath: pathname, username: 'admin', password: 'nutanix/4u' },
        send: (request) => target.send(request),
      },
    );
    return new Map(record.rules.map(({ rule, judged, violated }) => [rule, [judged, violated]]));
  } finally {
    await target.close();
    await reference.close();
  }
}

describe('a target without the resource at which tokens are tried', () => {
  it('is judged by what it does with tokens on an operation', async () => {
    const judged = await judge([]);
    expect([...judged.values()].every(([times = 0, violated]) => times > 0 && violated === 0)).toBe(true);
    expect(judged.size).toBe(rules.length);
  });

  it.each([
    ['access-token-outlives-revocation', 'revoke.access-token.dead'],
    ['replay-revokes-nothing', 'code.replay.kills-access'],
  ])('is not spared: %s', async (fault, rule) => {
    expect((await judge([fault])).get(rule)?.[1]).toBeGreaterThan(0);
  });
});
