import { rulesOf } from '../checks/catalogue.ts';
import { familiesOf } from '../generators/families.ts';
import { loadBundledContract } from '../spec/load-contract.ts';
import type { SuitePlan } from '../suites/engine/suite-run.ts';

/** The measured operation. Each of its cases is one request, so both sides send the same requests. */
export const measuredOperation = 'oauth_client_list_post';

/** The credentials of the reference target. */
export const login = { basePath: '/api/nutanix/v3', username: 'admin', password: 'nutanix/4u' };

/** The plan of a measured run: every family, every rule. */
export async function buildPlan(facts: Pick<SuitePlan, 'runs' | 'concurrency'>): Promise<SuitePlan> {
  const contract = await loadBundledContract();
  return {
    suite: measuredOperation,
    contract,
    families: familiesOf(contract, measuredOperation),
    rules: rulesOf(measuredOperation),
    deadline: null,
    replay: null,
    shrinkBudget: { each: 0, all: 0 },
    isInterrupted: () => false,
    onProgress: () => undefined,
    seed: 1,
    ...facts,
  };
}
