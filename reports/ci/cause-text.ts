import type { Cause } from '../causes/cause.ts';
import { counted } from '../counted.ts';
import { clip } from '../printable.ts';
import { explainCommand, replayCommand, replayContextOf } from '../replay-command.ts';
import type { RunReport } from '../run-report.ts';

/** Characters of one text. More would hide the rest where CI shows it. The other reports have it whole. */
export const width = 300;

/** How CI shows a cause. What could not be judged is an error: the run is not green. */
export function levelOf({ verdict }: Cause): 'error' | 'warning' {
  return verdict === 'warn' ? 'warning' : 'error';
}

/** What is wrong, on one line. */
export function statementOf({ statement }: Cause): string {
  return clip(statement, width);
}

/** Where to look first, on one line; empty if nothing is known. */
export function hintOf({ hint }: Cause): string {
  return clip(hint, width);
}

/** How much a cause explains, such as `12 tests`. Its statement says where. */
export function extentOf({ records }: Cause): string {
  return counted(records.length, 'test');
}

/** What was seen in the smallest case, or why there is none, on one line. */
export function seenText({ finding, lead }: Cause): string {
  if (finding === null) return clip(lead.reason ?? 'no reason was given', width);
  const { at, expected, actual } = finding;
  return `at ${clip(at, width)}: expected ${clip(expected, width)}, actual ${clip(actual, width)}`;
}

/** The command that shows a cause again, or null if no case shows it. */
export function replayOf({ finding, lead }: Cause, report: RunReport): string | null {
  return finding === null ? null : replayCommand(replayContextOf(report), { ...lead, path: finding.path });
}

/** The command that explains the rule that shows a cause best. CI shows text apart from files that a link could lead to. */
export function explainOf({ lead }: Cause, report: RunReport): string {
  return explainCommand(report.options, lead.rule);
}

/** The rules whose verdicts a cause explains, each once, the best one first. */
export function rulesOf({ lead, records }: Cause): readonly string[] {
  return [...new Set([lead.rule, ...records.map(({ rule }) => rule)])];
}
