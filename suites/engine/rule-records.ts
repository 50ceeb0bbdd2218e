import { setImmediate } from 'node:timers/promises';
import type { FamilyCount, Finding, RuleRecord, Verdict } from '../../checks/verdict.ts';
import type { Rule } from '../../checks/rule.ts';
import { isHangKnown, isHung, sentTogether } from './confirm/costly-defects.ts';
import { findAgain, findingOf, flakeOf } from './finding.ts';
import { timesOfHung } from './confirm/send-again.ts';
import { showWaiting, shownOfPlace } from './confirm/show-waiting.ts';
import { addCount } from './recorder.ts';
import type { Recorder, RuleCounts } from './recorder.ts';
import { sampleFindings } from './sample-findings.ts';
import { unjudged } from './unjudged.ts';
import type { SuiteRun } from './suite-run.ts';

const violatedVerdict = { MUST: 'fail', SHOULD: 'warn', MAY: 'note' } as const satisfies Record<
  Rule['level'],
  Verdict
>;

/** Places of one rule for which one case is shrunk; the others are reported as found. */
const shrunkPlaces = 3;

const readOnlyReason = 'read-only: what it judges would change the target';

/** Turns the tallies into records: verdicts, and for each defect the smallest case that shows it. */
export async function buildRecords(run: SuiteRun, recorder: Recorder): Promise<readonly RuleRecord[]> {
  await showWaiting(run, recorder);
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
  const judged = rule.on === 'sample' && rule.appliesTo?.(tally.sample.values) === false ? 0 : tally.judged;
  const isByChance = rule.on === 'attempt' && rule.looks !== undefined;
  const facts = {
    operation: run.plan.suite,
    rule: rule.id,
    level: rule.level,
    judged,
    ...(isByChance ? { isByChance } : {}),
  };
  const { findings, ...families } =
    rule.on === 'sample'
      ? { findings: sampleFindings(rule, tally.sample, run.password) }
      : await findingsOf(run, tally);
  if (findings.length > 0) {
    const violated = Math.max(tally.violated, 1);
    const together = rule.on === 'sample' ? {} : { together: Object.fromEntries(tally.together) };
    const verdict = violatedVerdict[rule.level];
    return { ...facts, verdict, violated, findings, ...families, ...together, reason: null };
  }
  const clean = { ...facts, violated: 0, findings };
  if (judged > 0) return { ...clean, verdict: 'pass', reason: null };
  if (run.plan.isReadOnly === true) return { ...clean, verdict: 'not applicable', reason: readOnlyReason };
  return { ...clean, ...unjudged(rule, run.cases) };
}

async function findingsOf(
  run: SuiteRun,
  tally: RuleCounts,
): Promise<Required<Pick<RuleRecord, 'findings' | 'families'>>> {
  const defects = [...tally.defects.values()].sort((one, other) => one.ordinal - other.ordinal);
  const findings: Finding[] = [];
  const families = new Map(tally.families);
  const shown = new Map<string, number>();
  const { rule } = tally;
  const { concurrency, heldUp } = run.plan;
  let isHanging = isHangKnown(heldUp, defects);
  const together = isHanging ? [] : sentTogether(defects, concurrency, timesOfHung(run));
  const ahead = new Map(together.map((one) => [one, findAgain(run, rule, one)]));
  for (const defect of defects) {
    const times = shown.get(defect.place) ?? 0;
    if (times >= shownOfPlace) continue;
    const isShrunk = times === 0 && shown.size < shrunkPlaces;
    const shownBefore = run.shown.get(defect);
    const again = shownBefore === undefined ? ahead.get(defect) : Promise.resolve(shownBefore);
    const isSpared = isHanging && again === undefined && isHung(defect.attempt);
    const search = { isShrunk, isSpared, again };
    const finding = await findingOf(run, rule, { ...defect, judged: tally.judged }, search);
    if (finding === null) {
      run.flaky.push(flakeOf(rule, defect));
      continue;
    }
    findings.push(finding);
    isHanging ||= finding.isReproduced === true && isHung(defect.attempt);
    if (isHanging && heldUp !== undefined) heldUp.isHangProved = true;
    if (finding.isReproduced === true) addCount(shown, defect.place);
    if (defect.isTransient) for (const [family, count] of defect.families) addCount(families, family, count);
  }
  await Promise.all(ahead.values());
  return { findings, families: byCount(families) };
}

function byCount(families: ReadonlyMap<string, number>): readonly FamilyCount[] {
  return [...families]
    .map(([family, count]) => ({ family, count }))
    .sort((one, other) => other.count - one.count || (one.family < other.family ? -1 : 1));
}
