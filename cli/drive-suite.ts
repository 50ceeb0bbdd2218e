import { rulesOf } from '../checks/catalogue.ts';
import type { OperationRecord } from '../checks/verdict.ts';
import { openTarget } from '../driver/open-target.ts';
import { buildFamilies } from '../generators/families.ts';
import { buildSessionFamilies } from '../generators/session/session-families.ts';
import type { Family } from '../generators/family.ts';
import type { Contract } from '../spec/operation.ts';
import { runSuite, type SuitePlan } from '../suites/engine/run-suite.ts';
import type { SuiteId } from '../suites/suite-host.ts';
import { isInterrupted } from './interruption.ts';
import { isChosen } from './rule-glob.ts';
import type { RunPlan } from './run-plan.ts';

/**
 * Cases spent on making findings smaller. Most findings need some 20; the limits keep a target with many defects, or
 * a slow one, from being asked for minutes.
 */
const shrinkBudget = { each: 120, all: 600 };

/** Drives one suite of a run against the target of its plan. */
export async function driveSuite(
  suite: SuiteId,
  plan: RunPlan,
  password: string,
  onProgress: SuitePlan['onProgress'],
): Promise<OperationRecord> {
  const target = openTarget({
    origin: plan.origin,
    connections: plan.concurrency,
    timeoutMs: plan.timeoutMs,
    insecure: plan.isInsecure,
    ...(plan.ca === null ? {} : { ca: plan.ca }),
  });
  try {
    return await runSuite(
      {
        suite,
        contract: plan.contract,
        families: familiesOf(suite, plan.contract),
        rules: rulesOf(suite).filter((rule) => isChosen(plan.rules, rule.id)),
        seed: plan.seed,
        runs: plan.runs,
        concurrency: plan.concurrency,
        deadline: plan.deadline,
        replay: plan.replay,
        shrinkBudget,
        isInterrupted,
        onProgress,
      },
      {
        target: { basePath: plan.basePath, username: plan.username, password },
        send: (request) => target.send(request),
      },
    );
  } finally {
    await target.close();
  }
}

function familiesOf(suite: SuiteId, contract: Contract): readonly Family[] {
  return suite === 'session' ? buildSessionFamilies(contract) : buildFamilies(contract, suite);
}
