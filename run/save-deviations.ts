import { ruleRecords } from '../reports/roll-up.ts';
import type { RunReport } from '../reports/run-report.ts';
import { writeWhole } from '../reports/write-whole.ts';
import { unwrittenReason } from '../targets/deviation.ts';
import type { DeviationList } from '../targets/deviation.ts';
import { formatDeviations, updateDeviations } from '../targets/update-deviations.ts';
import type { Seen } from '../targets/update-deviations.ts';
import { failingRules } from './choose-suites.ts';

/**
 * Updates a list of deviations after a finished run, and says what is left to do. An interrupted run changes nothing:
 * the parts that it did not reach would look as if they had passed.
 */
export async function saveDeviations({ file, entries }: DeviationList, report: RunReport): Promise<string> {
  if (report.isInterrupted) return `${file} is left as it was: the run was interrupted`;
  const run = { seen: seenIn(report), date: report.startedAt.slice(0, 10) };
  const updated = updateDeviations(entries, run, failingRules());
  await writeWhole(file, formatDeviations(file, updated));
  const unwritten = updated.filter(({ reason }) => reason.startsWith(unwrittenReason)).length;
  const count = `${updated.length} ${updated.length === 1 ? 'deviation' : 'deviations'}`;
  return unwritten === 0
    ? `${file} lists ${count}`
    : `${file} lists ${count}, ${unwritten} without a reason: --deviations refuses the file until each says why`;
}

function seenIn(report: RunReport): readonly Seen[] {
  const unfinished = new Set(
    report.records.filter(({ broken }) => broken !== null).map(({ operation }) => operation),
  );
  return ruleRecords(report)
    .filter(({ level }) => level === 'MUST')
    .map(({ operation, rule, verdict }) => ({
      ...{ operation, rule },
      outcome: unfinished.has(operation) && outcomeOf(verdict) === 'passed' ? 'unknown' : outcomeOf(verdict),
    }));
}

function outcomeOf(verdict: string): Seen['outcome'] {
  if (verdict === 'fail' || verdict === 'known deviation') return 'violated';
  return verdict === 'pass' || verdict === 'unexpected pass' ? 'passed' : 'unknown';
}
