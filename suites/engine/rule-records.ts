import { setImmediate } from 'node:timers/promises';
import type { RuleRecord, Verdict } from '../../checks/verdict.ts';
import type { Rule } from '../../checks/rule.ts';
import { findingOf, flakeOf, sampleFindings } from './finding.ts';
import type { Recorder, RuleCounts } from './recorder.ts';
import { unjudged } from './unjudged.ts';
import type { SuiteRun } from './suite-run.ts';

const violatedVerdict = { MUST: 'fail', SHOULD: 'warn', MAY: 'note' } as const satisfies Record<
  Rule['level'],
  Verdict
>;

/** Defects of one rule whose cases are shrunk; the others are reported as found. */
const shrunkDefects = 3;

const readOnlyReason = 'read-only: what it judges would change the target';

/** Turns the tallies into records: verdicts, and for each defect the smallest case that shows it. */
export async function buildRecords(run: SuiteRun, recorder: Recorder): Promise<readonly RuleRecord[]> {
  const records: RuleRecord[] = [];
  for (const tally of recorder.tallies) {
    // Hiding secrets in long answers takes time, so signals and deadlines get a turn.
    await setImmediate();
    records.push(await buildRecord(run, tally));
  }
  return records;
}

async function buildRecord(run: SuiteRun, tally: RuleCounts): Promise<RuleRecord> {
  const { rule } = tally;
  const judged = rule.on === 'sample' && rule.appliesTo?.(tally.sample) === false ? 0 : tally.judged;
  const facts = { operation: run.plan.suite, rule: rule.id, level: rule.level, judged };
  const findings =
    rule.on === 'sample' ? sampleFindings(rule, tally.sample, run.password) : await findingsOf(run, tally);
  if (findings.length > 0) {
    const violated = Math.max(tally.violated, 1);
    return { ...facts, verdict: violatedVerdict[rule.level], violated, findings, reason: null };
  }
  const clean = { ...facts, violated: 0, findings };
  if (judged > 0) return { ...clean, verdict: 'pass', reason: null };
  if (run.plan.isReadOnly === true) return { ...clean, verdict: 'not applicable', reason: readOnlyReason };
  return { ...clean, ...unjudged(rule, run.cases) };
}

async function findingsOf(run: SuiteRun, tally: RuleCounts): Promise<RuleRecord['findings']> {
  const defects = [...tally.defects.values()].sort((one, other) => one.ordinal - other.ordinal);
  const findings = [];
  for (const defect of defects) {
    const isShrunk = findings.length < shrunkDefects;
    const finding = await findingOf(run, tally.rule, { ...defect, judged: tally.judged }, isShrunk);
    if (finding === null) run.flaky.push(flakeOf(tally.rule, defect));
    else findings.push(finding);
  }
  return findings;
}
