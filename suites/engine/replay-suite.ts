import type { OperationRecord } from '../../checks/verdict.ts';
import { driveCases } from './drive-cases.ts';
import { RecordedCases, type RecordedCase } from './recorded-cases.ts';
import { Recorder } from './recorder.ts';
import { buildRecords } from './rule-records.ts';
import { type SuitePlan } from './suite-run.ts';
import { beginRun, recordOf, type SuiteFacts } from './run-suite.ts';
import { SafetyStop } from './safety-stop.ts';

/** A suite in a trace. */
export interface RecordedSuite {
  readonly facts: SuiteFacts;
  readonly cases: ReadonlyMap<string, RecordedCase[]>;
  /** The password that the trace has in place of the real one. */
  readonly password: string;
}

/**
 * A record made from a trace, with the number of cases of the plan that it lacks, and of those that are now drawn
 * differently.
 */
export interface ReplayedRecord {
  readonly record: OperationRecord;
  readonly missed: number;
  readonly changed: number;
}

/**
 * Judges the cases of a suite by the answers in a trace. Nothing is sent: a finding is shrunk as far as it was shrunk
 * in the recording.
 */
export async function replaySuite(plan: SuitePlan, recorded: RecordedSuite): Promise<ReplayedRecord> {
  const source = new RecordedCases(
    recorded.cases,
    plan.witness === undefined ? {} : { witness: plan.witness },
  );
  // A trace can claim more cases than it has.
  const bounded = { ...plan, isEnough: () => source.isPast || plan.isEnough?.() === true };
  const run = beginRun(bounded, source, recorded.password);
  const { isTargetGone, ...facts } = recorded.facts;
  const stop = new SafetyStop(plan);
  const recorder = new Recorder(plan.rules, run.isTransient);
  const driven = await driveCases(run, recorder, stop);
  const { missed } = run.cases;
  if (facts.broken !== null) run.shrinksLeft = 0;
  run.isTargetGone = isTargetGone;
  const rules = await buildRecords(run, recorder);
  const broken = stop.reason ?? facts.broken ?? run.cases.turnedAway;
  return { record: { ...recordOf(run, driven, rules), ...facts, broken }, missed, changed: source.changed };
}
