import { describe, expect, it } from '@jest/globals';
import { rulesOf } from '../../checks/catalogue.ts';
import { openTarget } from '../../driver/open-target.ts';
import { familiesOf } from '../../generators/families.ts';
import { fingerprintOf } from '../../reports/fingerprint.ts';
import { loadBundledContract } from '../../spec/load-contract.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import { runSuite } from '../../suites/engine/run-suite.ts';
import { createReference } from '../../targets/reference/create-reference.ts';

const password = 'nutanix/4u';

/** Three seeds, and another build: it returns more members and headers, in other formats. */
const runs: readonly { readonly seed: number; readonly variants: readonly string[] }[] = [
  { seed: 1, variants: [] },
  { seed: 2, variants: [] },
  { seed: 3, variants: [] },
  { seed: 4, variants: ['extra-members', 'extra-headers', 'details-of-lists', 'hexadecimal-tokens'] },
];

/** The fingerprints of a fault of the reference target on an operation, by rule, under a seed. */
async function fingerprints(
  fault: string,
  operation: OperationId,
  rule: string,
  { seed, variants }: (typeof runs)[number],
): Promise<readonly (string | null)[]> {
  const contract = await loadBundledContract();
  const reference = await createReference({ faults: [fault], variants });
  const { origin, pathname } = new URL(reference.url);
  const target = openTarget({ origin, connections: 8, timeoutMs: 5000 });
  try {
    const { rules } = await runSuite(
      {
        ...{ suite: operation, contract, seed, runs: 80, concurrency: 8 },
        families: familiesOf(contract, operation),
        rules: rulesOf(operation).filter(({ id }) => id === rule),
        ...{ deadline: null, replay: null, shrinkBudget: { each: 20, all: 60 } },
        ...{ isInterrupted: () => false, onProgress: () => undefined },
      },
      {
        target: { basePath: pathname, username: 'admin', password },
        send: (request) => target.send(request),
      },
    );
    return rules.map(fingerprintOf);
  } finally {
    await target.close();
    await reference.close();
  }
}

/** Each defect is found in whichever case shows it first. Under another seed that is another case. */
describe('the fingerprint of a defect is the same under every seed and for every build', () => {
  it.each<[string, OperationId, string]>([
    ['arrays-sorted', 'oauth_client_post', 'client.registration.echoed'],
    ['astral-mojibake', 'oauth_client_post', 'client.registration.echoed'],
    ['api-version-v4', 'oauth_token_post', 'error.api-version.known'],
    ['gateway-errors-as-html', 'oauth_token_post', 'error.envelope.gateway'],
    ['no-date', 'oauth_token_post', 'response.date.present'],
  ])('%s on %s', async (fault, operation, rule) => {
    const seen = [];
    for (const run of runs) seen.push(...(await fingerprints(fault, operation, rule, run)));
    expect(seen).toHaveLength(runs.length);
    expect(seen[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set(seen).size).toBe(1);
  });
});
