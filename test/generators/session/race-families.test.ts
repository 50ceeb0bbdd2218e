import { expect, it } from '@jest/globals';
import { rulesOf } from '../../../checks/catalogue.ts';
import { openTarget } from '../../../driver/open-target.ts';
import { familiesOf } from '../../../generators/families.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import { runSuite } from '../../../suites/engine/run-suite.ts';
import { createReference } from '../../../targets/reference/create-reference.ts';

it('races are set up on a target where a new code of a client ends the one before', async () => {
  const contract = await loadBundledContract();
  const reference = await createReference({ faults: ['codes-overwritten'] });
  const { origin, pathname } = new URL(reference.url);
  const target = openTarget({ origin, connections: 16, timeoutMs: 5000 });
  try {
    const { rules } = await runSuite(
      {
        ...{ suite: 'session', contract, seed: 1, runs: 20, concurrency: 16 },
        families: familiesOf(contract, 'session').filter(({ name }) => name.startsWith('race.')),
        rules: rulesOf('session').filter(({ id }) => id.includes('.race.')),
        ...{ deadline: null, replay: null, shrinkBudget: { each: 0, all: 0 } },
        ...{ isInterrupted: () => false, onProgress: () => undefined },
      },
      {
        target: { basePath: pathname, username: 'admin', password: 'nutanix/4u' },
        send: (request) => target.send(request),
      },
    );
    expect(rules.map(({ rule }) => rule)).toContain('refresh.race.single');
    expect(rules.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  } finally {
    await target.close();
    await reference.close();
  }
});
