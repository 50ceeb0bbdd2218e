import { catalogue, rulesOf } from '../../checks/catalogue.ts';
import type { OperationRecord } from '../../checks/verdict.ts';
import { buildAllureMetadata } from '../../reports/allure-metadata.ts';
import type { AllureMetadata } from '../../reports/allure-metadata.ts';
import { ContractViolation, stackOf } from '../../reports/failure-text.ts';
import { factsOf } from '../../reports/rule-facts.ts';
import { settledRules } from '../../reports/roll-up.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { JudgedTest } from '../../suites/judged-tests.ts';
import { testName } from '../choose-suites.ts';
import { driveSuite } from '../drive-suite.ts';
import type { MergePlan, RunPlan } from '../run-plan.ts';
import { readSecrets } from '../run-secrets.ts';
import { readRecord, writeRecord } from '../suite-records.ts';
import { showSuite } from './suite-watcher.ts';

/** A judged rule as a test, with the data that Allure shows. */
export interface ReportedTest extends JudgedTest {
  readonly metadata: AllureMetadata;
  readonly span: TestSpan;
}

/** From when to when a rule was judged, in milliseconds since 1970. */
export interface TestSpan {
  readonly start: number;
  readonly stop: number;
}

/** The verdicts of a suite as tests. The suite is driven here, unless it was driven elsewhere and its record exists. */
export async function testsOf(suite: SuiteId, plan: RunPlan | MergePlan): Promise<readonly ReportedTest[]> {
  const record = plan.kind === 'merge' ? await readRecord(plan.recordsDir, suite) : await drive(suite, plan);
  return buildTests(suite, plan, record);
}

/** The tests of a suite that is not driven: the options, or a pattern of names, leave it out. */
export function skippedTestsOf(suite: SuiteId): readonly JudgedTest[] {
  return rulesOf(suite).map((rule) => ({ name: testName(rule), isSkipped: true, error: null }));
}

async function drive(suite: SuiteId, plan: RunPlan): Promise<OperationRecord> {
  const shown = showSuite(suite, plan);
  try {
    const record = await driveSuite(suite, plan, readSecrets(), shown);
    shown.finish(record);
    await writeRecord(plan.recordsDir, record);
    return record;
  } finally {
    shown.close();
  }
}

function buildTests(
  suite: SuiteId,
  plan: RunPlan | MergePlan,
  record: OperationRecord,
): readonly ReportedTest[] {
  const operation = suite === 'session' ? null : plan.contract.operations[suite];
  const isRecorded = plan.kind === 'run' && plan.settings.from !== null;
  const replay = {
    invocation: plan.invocation,
    targetUrl: plan.isEmbedded || isRecorded ? null : plan.targetUrl,
    seed: plan.seed,
    runs: plan.kind === 'merge' ? plan.runs : plan.settings.runs,
    carriedArguments: plan.carriedArguments,
  };
  const spanAt = spansOf(record, plan);
  return settledRules(record).map((rule, index) => {
    const facts = factsOf(catalogue, rule);
    const metadata = buildAllureMetadata(rule, { facts, operation, replay });
    const { outcome } = metadata;
    return {
      name: testName(facts),
      isSkipped: outcome.status === 'skipped',
      error: errorOf(outcome),
      metadata,
      span: spanAt(index, outcome.status === 'skipped'),
    };
  });
}

/**
 * All rules of an operation are judged while it is driven. Allure sorts by the start, so starts are a millisecond apart
 * in the order of the rules, skipped ones last. Shards were driven at the same time: merged, they count from now, in the
 * order of the contract.
 */
function spansOf(
  { startedAt, durationMs, rules }: OperationRecord,
  { kind }: RunPlan | MergePlan,
): (index: number, isSkipped: boolean) => TestSpan {
  const from = kind === 'merge' ? Date.now() : Date.parse(startedAt);
  return (index, isSkipped) => {
    const start = from + index + (isSkipped ? rules.length : 0);
    return { start, stop: start + durationMs };
  };
}

/** Allure reports a ContractViolation as failed, and any other error as broken. */
function errorOf(outcome: AllureMetadata['outcome']): Error | null {
  if (outcome.status === 'failed') return new ContractViolation(outcome.message, outcome);
  if (outcome.status !== 'broken') return null;
  const error = new Error(outcome.message);
  error.stack = stackOf(outcome.message);
  return error;
}
