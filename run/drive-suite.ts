import path from 'node:path';
import { withLatencyLimit } from '../checks/robustness/rules.ts';
import type { Rule } from '../checks/rule.ts';
import type { OperationRecord } from '../checks/verdict.ts';
import { familiesOf } from '../generators/families.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { applyDeviations } from '../suites/apply-deviations.ts';
import { applyLevel } from '../suites/apply-level.ts';
import { applyProfile, rulesUnder } from '../suites/apply-profile.ts';
import { CaseAttempt } from '../suites/engine/attempt.ts';
import { redactedSteps, redactorOfAttempt } from '../suites/engine/light-attempt.ts';
import type { CaseWent } from '../suites/engine/live-cases.ts';
import { replaySuite } from '../suites/engine/replay-suite.ts';
import type { SuitePlan } from '../suites/engine/suite-run.ts';
import { runSuite } from '../suites/engine/run-suite.ts';
import { isNeededBy } from '../suites/engine/needed-families.ts';
import { familiesUnder } from '../suites/families-under.ts';
import { recordedSuite } from '../traces/recorded-suite.ts';
import { TracePart } from '../traces/trace-part.ts';
import { chosenRules } from './choose-suites.ts';
import { earlyEndOf, endingFailures, withReason } from './early-end/early-end.ts';
import { notJudged } from './early-end/early-end-text.ts';
import { isInterrupted } from './interruption.ts';
import { loadTrace } from './open-trace.ts';
import { openOwnTarget } from './own-target.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunSecrets } from './run-secrets.ts';
import { sharedBySuites } from './pace/shared-by-suites.ts';
import { driveWhileStored } from './storage-failure.ts';
import { closeBook, emptyRecord, openBook } from './suite-records.ts';
import { messages } from './terminal.ts';
import { shareMsOf } from './pace/time-budget.ts';

/** Drives one suite of a run against the target of its plan, and records it if the run is recorded. */
export async function driveLive(
  suitePlan: SuitePlan,
  plan: RunPlan,
  secrets: RunSecrets,
): Promise<OperationRecord> {
  const target = openOwnTarget(plan, secrets, plan.concurrency);
  const part = openPart(suitePlan, plan, secrets);
  const book = openBook(plan, suitePlan.suite, secrets.password);
  let replayed = {};
  const witness = (went: CaseWent): void => {
    part?.see(went);
    book?.see(went);
    replayed = replayedOf(suitePlan, went, secrets.password);
  };
  try {
    const { isTargetGone, ...record } = await runSuite(
      { ...suitePlan, witness },
      {
        target: target.login,
        send: part === null ? target.send : part.watch(target.send),
      },
    );
    const { requests, repeats, startedAt, durationMs, residue, broken } = record;
    part?.end({ requests, repeats, startedAt, durationMs, residue, broken, isTargetGone });
    await closeBook(plan, suitePlan.suite, book);
    return { ...record, ...replayed };
  } finally {
    await target.close();
  }
}

function openPart({ suite }: SuitePlan, plan: RunPlan, { password, traceKey }: RunSecrets): TracePart | null {
  if (plan.partsDir === null || traceKey === null) return null;
  const { origin, username } = plan;
  const file = partFile(plan.partsDir, suite);
  return new TracePart({ file, suite, origin, username, password, key: traceKey });
}

/** The file of a suite's part of the trace, until the trace is assembled. */
export function partFile(folder: string, suite: string): string {
  return path.join(folder, `${suite}.jsonl`);
}

/** A suite's record, and whether all its cases were judged. */
interface JudgedSuite {
  readonly record: OperationRecord;
  readonly isWhole: boolean;
}

/** Judges one suite from a trace. Cases that are not in the trace are left out, and their number is reported. */
export async function driveRecorded(suitePlan: SuitePlan, plan: RunPlan, file: string): Promise<JudgedSuite> {
  const { suite } = suitePlan;
  const trace = await loadTrace(file, '--from');
  const recorded = recordedSuite(trace, suite);
  if (recorded === null) throw new Error(`the trace has nothing of ${suite}`);
  const book = openBook(plan, suite, recorded.password);
  let replayed = {};
  const witness = (went: CaseWent): void => {
    book?.see(went);
    replayed = replayedOf(suitePlan, went, recorded.password);
  };
  const judged = await replaySuite({ ...suitePlan, witness }, recorded);
  const whole = { ...judged.record, ...replayed };
  const { missed, changed } = judged;
  await closeBook(plan, suite, book);
  if (missed === 0) return { record: whole, isWhole: true };
  const { endingFailures: failures } = trace.head;
  const record = failures === undefined ? whole : withReason(whole, notJudged('recording', failures));
  const { valid, broken } = record.cases;
  const cause = changed > 0 ? `, ${changed} of them drawn differently by this version or contract` : '';
  // A run that broke off has sent only some of its cases.
  if (record.broken === null)
    messages.notes(`${suite}: ${missed} of ${missed + valid + broken} cases are not in the trace${cause}`);
  const none = valid + broken > 0 ? null : 'the trace has none of its cases';
  return { record: { ...record, broken: record.broken ?? none }, isWhole: false };
}

/** The maximum number of cases sent to shrink one finding, so that the other findings of the suite get their share. */
const shrinksEach = 120;

/** Learns how a suite goes, while it goes. */
export type SuiteWatcher = Required<Pick<SuitePlan, 'onProgress' | 'onJudged'>>;

/** Drives one suite of a run against the target of its plan, or judges it from a trace. */
export async function driveSuite(
  suite: SuiteId,
  plan: RunPlan,
  secrets: RunSecrets,
  watcher: SuiteWatcher,
): Promise<OperationRecord> {
  const { settings } = plan;
  const rules = chosenRules(suite, { globs: settings.rule ?? [], testNames: plan.testNames });
  const earlyEnd = earlyEndOf(plan, (rule) => canFail(suite, rule, plan));
  if (earlyEnd?.isEnough() === true) return earlyEnd.unbegun(suite, rules);
  const suitePlan: SuitePlan = {
    suite,
    contract: plan.contract,
    families: familiesUnder(plan.profile, familiesOf(plan.contract, suite)),
    rules: rulesUnder(plan.profile, suite, limited(rules, plan)),
    isNeeded: isNeededBy(rules),
    seed: plan.seed,
    runs: settings.runs,
    concurrency: plan.concurrency,
    deadline: plan.deadline,
    shareMs: plan.replay === null && settings.from === null ? shareMsOf(plan, suite) : null,
    replay: plan.replay,
    shrinkBudget: { each: shrinksEach, all: settings.shrinks },
    isReadOnly: settings.readOnly,
    wrongCredentialsInARow: plan.wrongCredentialsInARow,
    ...sharedBySuites(plan),
    isInterrupted,
    onProgress: watcher.onProgress,
    onJudged: (judged) => {
      earlyEnd?.onJudged(judged);
      watcher.onJudged(judged);
    },
    isEnough: () => earlyEnd?.isEnough() === true,
  };
  const { record, isWhole } =
    settings.from === null
      ? { record: await driveWhileStored(suite, () => driveLive(suitePlan, plan, secrets)), isWhole: true }
      : await driveRecorded(suitePlan, plan, settings.from);
  return declared(earlyEnd?.settle(record) ?? record, rules, plan, isWhole);
}

/** Whether a violation of this rule fails the run, and is neither beyond the level nor a known deviation. */
function canFail(operation: SuiteId, rule: Rule, plan: RunPlan): boolean {
  const judged = { judged: 1, violated: 1, findings: [], reason: null };
  const failing = { operation, rule: rule.id, level: rule.level, verdict: 'fail' as const, ...judged };
  const { rules } = declared({ ...emptyRecord(operation, null), rules: [failing] }, [rule], plan);
  return rules.some(({ verdict }) => verdict === 'fail');
}

/** What a replay has sent and been answered; nothing for a run of many cases. */
function replayedOf(
  { contract, replay }: SuitePlan,
  { testCase, result }: CaseWent,
  password: string,
): Pick<OperationRecord, 'replayed'> {
  if (replay === null || result.exchanges.size === 0) return {};
  const attempt = new CaseAttempt(contract, testCase, result, password);
  return { replayed: { path: replay, exchanges: redactedSteps(attempt, redactorOfAttempt(attempt)) } };
}

function limited(rules: readonly Rule[], { settings: { latencyLimitMs } }: RunPlan): readonly Rule[] {
  return latencyLimitMs === null ? rules : withLatencyLimit(rules, latencyLimitMs);
}

/** Applies the profile, the level and the known deviations that the user declared to a record. */
function declared(
  record: OperationRecord,
  rules: readonly Rule[],
  plan: RunPlan,
  isDriven = true,
): OperationRecord {
  const isWhole =
    isDriven &&
    plan.replay === null &&
    record.broken === null &&
    record.cut === undefined &&
    !plan.settings.readOnly &&
    endingFailures(plan) === null;
  const profiled = applyLevel(applyProfile(record, rules, plan.profile, { isWhole }), plan.settings.level);
  return plan.deviations === null
    ? profiled
    : applyDeviations(profiled, plan.deviations, { date: plan.date, isWhole });
}
