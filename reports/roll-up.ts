import type { OperationRecord, RuleRecord, Verdict } from '../checks/verdict.ts';
import { verdicts } from '../checks/verdict.ts';
import type { Comparison } from '../fidelity/comparison.ts';
import { totalScore } from '../fidelity/score.ts';
import { runFinished } from './rule-facts.ts';
import type { RunReport } from './run-report.ts';

const unexpectedPass = 'listed as a known deviation, but nothing violates it: remove the entry';

/**
 * The rule records of an operation as reports show them. A rule that judged nothing is never green, and an operation
 * whose run broke off always shows as broken. Both are ensured here, so that no report can forget them.
 */
export function settledRules(record: OperationRecord): readonly RuleRecord[] {
  const settled = record.rules.map(settle);
  if (record.crash !== undefined) return [...settled, crashed(record, record.crash)];
  return record.broken === null ? settled : [...settled, brokenOff(record, record.broken)];
}

function settle(rule: RuleRecord): RuleRecord {
  if (rule.verdict === 'pass' && rule.judged === 0)
    return {
      ...rule,
      verdict: 'not applicable',
      reason: rule.reason ?? 'no exchange of this run could be judged',
    };
  if (rule.verdict === 'unexpected pass') return { ...rule, reason: rule.reason ?? unexpectedPass };
  return rule;
}

function brokenOff(record: OperationRecord, reason: string): RuleRecord {
  return {
    operation: record.operation,
    rule: runFinished.id,
    level: runFinished.level,
    verdict: 'broken',
    judged: 0,
    violated: 0,
    findings: [],
    reason,
  };
}

/** A target that a request ends has failed, whatever could be judged before. */
function crashed(
  record: OperationRecord,
  { finding, families }: NonNullable<OperationRecord['crash']>,
): RuleRecord {
  const cases = families.reduce((sum, { count }) => sum + count, 0);
  const judged = { judged: cases, violated: cases, findings: [finding], families };
  return { ...brokenOff(record, record.broken ?? 'the target ended'), verdict: 'fail', ...judged };
}

/** The exit codes that a run can end with. */
export type ExitCode = 0 | 1 | 3 | 130;

/** All rule records of a run, settled, in the order of its operations. */
export function ruleRecords({ records }: Pick<RunReport, 'records'>): readonly RuleRecord[] {
  return records.flatMap(settledRules);
}

/** How many rule records have each verdict. */
export function countVerdicts(records: readonly RuleRecord[]): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = {
    pass: 0,
    fail: 0,
    warn: 0,
    note: 0,
    'known deviation': 0,
    'unexpected pass': 0,
    'not applicable': 0,
    broken: 0,
  };
  for (const record of records) counts[record.verdict] += 1;
  return counts;
}

/** The worst of several verdicts. `not applicable` is the result only if there is no other. */
export function worstVerdict(all: readonly Verdict[]): Verdict {
  return (
    verdicts.findLast((verdict) => verdict !== 'not applicable' && all.includes(verdict)) ?? 'not applicable'
  );
}

/** The worst verdict of each operation of a run, by operation id. */
export function worstByOperation(report: RunReport): ReadonlyMap<string, Verdict> {
  return new Map(
    report.records.map((record) => [
      record.operation,
      worstVerdict(settledRules(record).map((rule) => rule.verdict)),
    ]),
  );
}

/** How many times rules judged an exchange, in total. */
export function countJudged(records: readonly RuleRecord[]): number {
  return records.reduce((total, record) => total + record.judged, 0);
}

/**
 * The exit code of a run: 1 for violations and unexpected passes, then 3 for anything broken or a run that judged
 * nothing, then 1 for warnings if they count. A shard may judge nothing, but the whole run must not. An interrupted run
 * is always 130.
 */
export function exitCodeOf(report: RunReport, { strict }: { readonly strict: boolean }): ExitCode {
  const records = ruleRecords(report);
  const counts = countVerdicts(records);
  if (report.isInterrupted) return 130;
  if (counts.fail + counts['unexpected pass'] > 0) return 1;
  const isIdle = report.shard === null && countJudged(records) === 0;
  if (counts.broken > 0 || report.broken !== null || isIdle) return 3;
  return strict && counts.warn > 0 ? 1 : 0;
}

/**
 * The exit code of a comparison: 1 if the targets are less similar than required (`gate` in per cent; null allows no
 * difference), then 3 if something could not be compared. An interrupted comparison is always 130.
 */
export function comparisonExitCode(comparison: Comparison, gate: number | null): ExitCode {
  const { suites, isInterrupted } = comparison;
  if (isInterrupted) return 130;
  const score = totalScore(comparison);
  if (score !== null && !isEnough(comparison, score, gate)) return 1;
  return score === null || suites.some(({ broken }) => broken !== null) ? 3 : 0;
}

function isEnough({ suites }: Comparison, score: number, gate: number | null): boolean {
  if (gate !== null) return score * 100 >= gate;
  return suites.every(({ differences }) => differences.every(({ isCounted }) => !isCounted));
}
