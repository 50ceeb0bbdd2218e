import { effortArguments } from '../generators/effort.ts';
import type { OperationRecord } from '../checks/verdict.ts';
import { counted } from './counted.ts';
import { clip } from './printable.ts';
import type { RunReport } from './run-report.ts';

/** The most kinds of cases that are named. */
const named = 3;

/** What a run did not send, and why, so that it is not taken for a complete run. */
export function leftOutLines(
  { records, options: { runs } }: Pick<RunReport, 'records' | 'options'>,
  width: number,
): readonly string[] {
  const kinds = records.reduce((sum, { leftOut }) => sum + leftOut, 0);
  return [
    ...(kinds === 0
      ? []
      : [`${kinds} kinds of cases were left out: ${effortArguments(runs).join(' ')} has no room for them`]),
    ...records.flatMap(cutLine).map((line) => clip(line, width)),
  ];
}

/** One line for each operation that is too slow for all of its cases. */
function cutLine({ operation, cut }: OperationRecord): readonly string[] {
  if (cut === undefined) return [];
  const { cases, families, hanging, slow, isTimeUp } = cut;
  const none = families === 0 ? '' : `, all of ${counted(families, 'kind')}`;
  const reasons = [
    ...(hanging.length === 0 ? [] : [`${counted(hanging.length, 'kind')} hung (${names(hanging)})`]),
    ...(slow.length === 0 ? [] : [`${counted(slow.length, 'kind')} took long (${names(slow)})`]),
    ...(isTimeUp ? ['the time was up, of which --max-time gives more'] : []),
  ];
  return [`left out: ${operation}: ${counted(cases, 'case')}${none}, since ${reasons.join(', and ')}`];
}

function names(families: readonly string[]): string {
  const rest = families.length - named;
  return `${families.slice(0, named).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
