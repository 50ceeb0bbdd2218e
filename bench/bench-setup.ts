import { rulesOf } from '../checks/catalogue.ts';
import { familiesOf } from '../generators/families.ts';
import { loadBundledContract } from '../spec/load-contract.ts';
import type { SuitePlan } from '../suites/engine/suite-run.ts';

/** The measured operations: one whose cases are one request each, and one whose cases are several. */
export const measuredOperations = ['oauth_client_list_post', 'oauth_token_post'] as const;
export type MeasuredOperation = (typeof measuredOperations)[number];

/** The credentials of the reference target. */
export const login = { basePath: '/api/nutanix/v3', username: 'admin', password: 'nutanix/4u' };

/** The plan of a measured run: every family, every rule. */
export async function buildPlan(
  suite: MeasuredOperation,
  facts: Pick<SuitePlan, 'runs' | 'concurrency'>,
): Promise<SuitePlan> {
  const contract = await loadBundledContract();
  return {
    suite,
    contract,
    families: familiesOf(contract, suite),
    rules: rulesOf(suite),
    deadline: null,
    replay: null,
    shrinkBudget: { each: 0, all: 0 },
    isInterrupted: () => false,
    onProgress: () => undefined,
    seed: 1,
    ...facts,
  };
}
