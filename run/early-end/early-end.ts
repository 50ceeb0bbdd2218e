import { appendFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from '../../checks/rule.ts';
import type { OperationRecord, RuleRecord } from '../../checks/verdict.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { SuitePlan } from '../../suites/engine/suite-run.ts';
import { failures, notJudged } from './early-end-text.ts';
import type { RunPlan } from '../run-plan.ts';
import { emptyRecord } from '../suite-records.ts';

/** The failures of a run so far, and when they are enough. All processes of the run count together. */
export interface EarlyEnd extends Required<Pick<SuitePlan, 'isEnough' | 'onJudged'>> {
  /** Says of what was not judged because of the end why it was not. */
  readonly settle: (record: OperationRecord) => OperationRecord;
  /** The record of a suite that is not begun any more. */
  readonly unbegun: (suite: SuiteId, rules: readonly Rule[]) => OperationRecord;
}

/** How many failures end a run; null for a run that is not ended by them. */
function mostFailures({ settings: { maxFailures, failFast } }: Pick<RunPlan, 'settings'>): number | null {
  return failFast ? 1 : maxFailures;
}

/** A file with one byte for each failure, to which all processes of a run append. */
function tallyFile({ recordsDir }: Pick<RunPlan, 'recordsDir'>): string {
  return path.join(recordsDir, 'failures');
}

function countFailures(plan: Pick<RunPlan, 'recordsDir'>): number {
  return statSync(tallyFile(plan), { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Counts the failures of a suite towards the end of its run; null for a run that is not ended by failures. `isHeld`
 * tells which rules can fail the run at all. A violation that still has to show again does not count.
 */
export function earlyEndOf(plan: RunPlan, isHeld: (rule: Rule) => boolean): EarlyEnd | null {
  const most = mostFailures(plan);
  if (most === null) return null;
  const failed = new Set<Rule>();
  const isEnough = (): boolean => countFailures(plan) >= most;
  const reason = notJudged('run', most);
  return {
    isEnough,
    onJudged: ({ violated }) => {
      for (const { rule, isCertain } of violated) {
        if (!isCertain || rule.level !== 'MUST' || failed.has(rule) || !isHeld(rule)) continue;
        failed.add(rule);
        appendFileSync(tallyFile(plan), '.');
      }
    },
    settle: (record) => (isEnough() ? withReason(record, reason) : record),
    unbegun: (suite, rules) => ({
      ...emptyRecord(suite, null),
      rules: rules.map((rule) => unjudgedRule(suite, rule, reason)),
    }),
  };
}

/** Gives what judged nothing this reason. */
export function withReason(record: OperationRecord, reason: string): OperationRecord {
  const isUnjudged = ({ judged, verdict }: RuleRecord): boolean =>
    judged === 0 && verdict === 'not applicable';
  return { ...record, rules: record.rules.map((rule) => (isUnjudged(rule) ? { ...rule, reason } : rule)) };
}

function unjudgedRule(operation: SuiteId, { id, level }: Rule, reason: string): RuleRecord {
  const nothing = { judged: 0, violated: 0, findings: [] };
  return { operation, rule: id, level, verdict: 'not applicable', ...nothing, reason };
}

/** The number of failures that have ended a run; null for any other run. */
export function endingFailures(plan: RunPlan): number | null {
  const most = mostFailures(plan);
  return most === null || countFailures(plan) < most ? null : most;
}

/** What to tell of a run that its failures have ended; null of any other. */
export function earlyEndNote(plan: RunPlan): string | null {
  const most = endingFailures(plan);
  return most === null
    ? null
    : `the run ended early, after ${failures(most)}: what it had not judged by then is not applicable`;
}
