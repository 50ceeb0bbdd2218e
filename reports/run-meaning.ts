import type { RuleRecord, Verdict } from '../checks/verdict.ts';
import { countJudged, countVerdicts, ruleRecords } from './roll-up.ts';
import type { ExitCode } from './roll-up.ts';
import type { RunReport } from './run-report.ts';

const shownVerdicts: readonly Verdict[] = [
  'fail',
  'unexpected pass',
  'broken',
  'warn',
  'note',
  'known deviation',
  'not applicable',
  'pass',
];

/** How many verdicts of each kind there are, worst first, on one line. */
export function tallyOf(records: readonly RuleRecord[]): string {
  const counts = countVerdicts(records);
  const told = shownVerdicts.filter((verdict) => counts[verdict] > 0);
  return told.length === 0
    ? 'no rule was judged'
    : told.map((verdict) => `${counts[verdict]} ${verdict}`).join(', ');
}

/** What an exit code of a run means, in one clause. */
export function meaningOf(code: ExitCode, report: RunReport): string {
  const { shard, records } = report;
  const all = ruleRecords(report);
  const counts = countVerdicts(all);
  const judged = countJudged(all);
  if (code === 130) return 'interrupted; only what was judged until then is reported';
  if (code === 0 && judged === 0 && shard !== null) return idleMeaning(shard, records.length);
  if (code === 0 && counts['known deviation'] > 0) return 'the target conforms but for its known deviations';
  if (code === 0) return 'the target conforms in all that was judged';
  if (code === 3) return judged === 0 ? 'nothing could be judged' : 'some of the run is broken';
  if (counts.fail > 0 && counts.broken > 0)
    return 'the target violates the contract, and some of the run is broken';
  if (counts.fail > 0) return 'the target violates the contract';
  if (counts['unexpected pass'] > 0) return 'a known deviation is gone: remove its entry';
  return 'there are warnings, and --strict counts them';
}

/** Not a failure: the other shards judge rules, and `merge` checks that at least one did. */
function idleMeaning({ index, of, suites }: NonNullable<RunReport['shard']>, driven: number): string {
  const part = `shard ${index}/${of}`;
  if (driven > 0) return `nothing could be judged in ${part}`;
  return `${part} is empty: the others have ${suites.length === 1 ? 'the one suite' : `all ${suites.length} suites`}`;
}
