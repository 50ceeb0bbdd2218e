import { rulesOf } from '../checks/catalogue.ts';
import { withLatencyLimit } from '../checks/robustness/rules.ts';
import type { Rule } from '../checks/rule.ts';
import type { OperationRecord } from '../checks/verdict.ts';
import { familiesOf } from '../generators/families.ts';
import { applyDeviations } from '../suites/apply-deviations.ts';
import { applyLevel } from '../suites/apply-level.ts';
import { applyProfile, rulesUnder } from '../suites/apply-profile.ts';
import { Outage } from '../suites/engine/patience.ts';
import type { SuitePlan } from '../suites/engine/run-suite.ts';
import { familiesUnder } from '../suites/families-under.ts';
import type { SuiteId } from '../spec/suite-id.ts';
import { driveLive } from './drive-live.ts';
import { driveRecorded } from './drive-recorded.ts';
import { isInterrupted } from './interruption.ts';
import { isChosen } from './rule-glob.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunSecrets } from './run-secrets.ts';
import { driveWhileStored } from './storage-failure.ts';

/** Cases spent on making one finding smaller: the others of its suite are to have their share. */
const shrinksEach = 120;

/** A target that was there before the first suite, and that no suite waits for once another has given it up. */
const outage = new Outage(true);

/** Drives one suite of a run against the target of its plan, or judges it by the trace of one. */
export async function driveSuite(
  suite: SuiteId,
  plan: RunPlan,
  secrets: RunSecrets,
  onProgress: SuitePlan['onProgress'],
): Promise<OperationRecord> {
  const rules = rulesOf(suite).filter((rule) => isChosen(plan.rules, rule.id));
  const suitePlan: SuitePlan = {
    suite,
    contract: plan.contract,
    families: familiesUnder(plan.profile, familiesOf(plan.contract, suite)),
    rules: rulesUnder(plan.profile, suite, limited(rules, plan)),
    seed: plan.seed,
    runs: plan.runs,
    concurrency: plan.concurrency,
    deadline: plan.deadline,
    replay: plan.replay,
    shrinkBudget: { each: shrinksEach, all: plan.shrinks },
    isReadOnly: plan.isReadOnly,
    wrongCredentialsInARow: plan.wrongCredentialsInARow,
    outage,
    isInterrupted,
    onProgress,
  };
  const record =
    plan.from === null
      ? await driveWhileStored(suite, () => driveLive(suitePlan, plan, secrets))
      : await driveRecorded(suitePlan, plan, plan.from);
  return declared(record, rules, plan);
}

function limited(rules: readonly Rule[], { latencyLimitMs }: RunPlan): readonly Rule[] {
  return latencyLimitMs === null ? rules : withLatencyLimit(rules, latencyLimitMs);
}

/** A record with the say of those who know the target. */
function declared(record: OperationRecord, rules: readonly Rule[], plan: RunPlan): OperationRecord {
  const isWhole = plan.replay === null && record.broken === null && !plan.isReadOnly;
  const profiled = applyLevel(applyProfile(record, rules, plan.profile, { isWhole }), plan.level);
  return plan.deviations === null
    ? profiled
    : applyDeviations(profiled, plan.deviations, { date: plan.date, isWhole });
}
