import { catalogue } from '../../checks/catalogue.ts';
import type { OperationRecord } from '../../checks/verdict.ts';
import { buildAllureMetadata } from '../../reports/allure-metadata.ts';
import type { AllureMetadata } from '../../reports/allure-metadata.ts';
import { ContractViolation } from '../../reports/failure-text.ts';
import { startProgress } from '../../reports/progress.ts';
import type { Progress } from '../../reports/progress.ts';
import { factsOf } from '../../reports/rule-facts.ts';
import { settledRules } from '../../reports/roll-up.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { SuiteTest } from '../../suites/suite-host.ts';
import { driveSuite } from '../drive-suite.ts';
import type { MergePlan, RunPlan } from '../run-plan.ts';
import { readSecrets } from '../run-secrets.ts';
import { readRecord, writeRecord } from '../suite-records.ts';
import { messages } from '../terminal.ts';

/** A judged rule as a test, with the data that Allure shows. */
export interface JudgedTest extends SuiteTest {
  readonly metadata: AllureMetadata;
}

/** The verdicts of a suite as tests. The suite is driven here, unless it was driven elsewhere and its record exists. */
export async function testsOf(suite: SuiteId, plan: RunPlan | MergePlan): Promise<readonly JudgedTest[]> {
  const record = plan.isMerge ? await readRecord(plan.recordsDir, suite) : await drive(suite, plan);
  return buildTests(suite, plan, record);
}

async function drive(suite: SuiteId, plan: RunPlan): Promise<OperationRecord> {
  const { advance, finish } = progressOf(plan);
  const record = await driveSuite(suite, plan, readSecrets(), ({ done, total }) => {
    advance(suite, done, total);
  });
  finish(record);
  await writeRecord(plan.recordsDir, record);
  return record;
}

let progress: Progress | null = null;

/** The progress of all suites that this process drives. */
function progressOf(plan: RunPlan): Progress {
  progress ??= startProgress(messages, plan.suiteCount);
  return progress;
}

function buildTests(
  suite: SuiteId,
  plan: RunPlan | MergePlan,
  record: OperationRecord,
): readonly JudgedTest[] {
  const operation = suite === 'session' ? null : plan.contract.operations[suite];
  const isRecorded = !plan.isMerge && plan.settings.from !== null;
  const replay = {
    invocation: plan.invocation,
    targetUrl: plan.isEmbedded || isRecorded ? null : plan.targetUrl,
    seed: plan.seed,
    runs: plan.isMerge ? plan.runs : plan.settings.runs,
    carriedArguments: plan.carriedArguments,
  };
  return settledRules(record).map((rule) => {
    const facts = factsOf(catalogue, rule);
    const metadata = buildAllureMetadata(rule, { facts, operation, replay });
    const { outcome } = metadata;
    return {
      name: `${rule.rule}: ${facts.claim}`,
      isSkipped: outcome.status === 'skipped',
      error: errorOf(outcome),
      metadata,
    };
  });
}

/** Allure reports a ContractViolation as failed, and any other error as broken. */
function errorOf(outcome: AllureMetadata['outcome']): Error | null {
  if (outcome.status === 'failed') return new ContractViolation(outcome.message, outcome);
  if (outcome.status !== 'broken') return null;
  const error = new Error(outcome.message);
  // The stack would only show paths of this machine, and nothing about the target.
  error.stack = outcome.message;
  return error;
}
