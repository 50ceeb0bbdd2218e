import type { RuleRecord, Verdict } from '../../checks/verdict.ts';
import type { Rule } from '../../checks/rule.ts';
import { findingOf } from './finding.ts';
import type { Recorder, Tally } from './recorder.ts';
import { sampleFindings } from './sample-findings.ts';
import type { SuiteRun } from './run-suite.ts';

const violatedVerdict = { MUST: 'fail', SHOULD: 'warn', MAY: 'note' } as const satisfies Record<
  Rule['level'],
  Verdict
>;

/** Defects of one rule whose cases are made smaller; the others are reported as they were found. */
const shrunkDefects = 3;

/** Turns what was tallied into records: verdicts, and for each defect the smallest case that shows it. */
export async function buildRecords(
  run: SuiteRun,
  recorder: Recorder,
  unset: ReadonlyMap<string, number>,
): Promise<readonly RuleRecord[]> {
  const records: RuleRecord[] = [];
  for (const tally of recorder.tallies) records.push(await buildRecord(run, tally, unset));
  return records;
}

async function buildRecord(
  run: SuiteRun,
  tally: Tally,
  unset: ReadonlyMap<string, number>,
): Promise<RuleRecord> {
  const { rule } = tally;
  const facts = { operation: run.plan.suite, rule: rule.id, level: rule.level, judged: tally.judged };
  const findings = rule.on === 'sample' ? sampleFindings(rule, tally.sample) : await findingsOf(run, tally);
  if (findings.length > 0) {
    const violated = Math.max(tally.violated, 1);
    return { ...facts, verdict: violatedVerdict[rule.level], violated, findings, reason: null };
  }
  if (tally.judged > 0) return { ...facts, verdict: 'pass', violated: 0, findings: [], reason: null };
  const failed = [...unset].sort((one, other) => other[1] - one[1])[0];
  return failed === undefined
    ? {
        ...facts,
        verdict: 'not applicable',
        violated: 0,
        findings: [],
        reason: 'no answer met its conditions',
      }
    : {
        ...facts,
        verdict: 'broken',
        violated: 0,
        findings: [],
        reason: `no case could be set up: ${failed[0]}`,
      };
}

async function findingsOf(run: SuiteRun, tally: Tally): Promise<RuleRecord['findings']> {
  const defects = [...tally.defects.values()].sort((one, other) => one.ordinal - other.ordinal);
  const findings = [];
  for (const [index, defect] of defects.entries()) {
    findings.push(await findingOf(run, tally.rule, defect, index < shrunkDefects));
  }
  return findings;
}
