import { describeSource } from '../checks/source-link.ts';
import type { RuleRecord } from '../checks/verdict.ts';
import { againText, familiesOf, familiesText, sortedFindings, foundText } from './failure-text.ts';
import { clip } from './printable.ts';
import type { Paint } from './printable.ts';
import { explainCommand, replayCommand, replayContextOf } from './replay-command.ts';
import { factsOf } from './rule-facts.ts';
import type { RunReport } from './run-report.ts';

/** How lines look. */
export interface LineStyle {
  /** The most columns of a line; infinite in a pipe, where nothing is cut. */
  readonly width: number;
  readonly paint: Paint;
}

/** The rule and its claim, the reason if there is one, what was found, how often, what explains it, and how to reproduce it. */
export function violationLines(
  record: RuleRecord,
  report: RunReport,
  { width, paint }: LineStyle,
): readonly string[] {
  const line = (text: string): string => indentedLine(text, width);
  const facts = factsOf(report.rules, record);
  const title = `${record.verdict.toUpperCase()} ${record.operation} ${record.rule} (${record.level})`;
  const claim = line(`${facts.claim} [${describeSource(facts.source)}]`);
  const [finding, ...others] = sortedFindings(record);
  if (finding === undefined)
    return [
      paint('bad', clip(title, width)),
      claim,
      line(record.reason ?? 'no reason was given'),
      `   ${explainCommand(report.options, record.rule)}`,
    ];
  const reason = record.reason === null ? [] : [line(record.reason)];
  return [
    paint('bad', clip(title, width)),
    claim,
    ...reason,
    line(foundText(finding)),
    ...seenLines(record, others.length, width),
    ...(finding.isReproduced === true ? [] : [line(againText(finding))]),
    `   ${explainCommand(report.options, record.rule)}`,
    `   ${replayCommand(replayContextOf(report), { ...record, path: finding.path })}`,
  ];
}

/** Families named in the terminal; the report has all. */
const shownFamilies = 12;

/** How often a rule was violated, and by which families of cases. */
function seenLines(record: RuleRecord, others: number, width: number): readonly string[] {
  const families = familiesOf(record);
  const more = families.length - shownFamilies;
  const named = [
    ...families.slice(0, shownFamilies).map((family) => familiesText([family])),
    ...(more > 0 ? [`${more} more families`] : []),
  ].join(',\n');
  const further = others === 0 ? '' : `;\n${others} more in the report`;
  return wrapped(`${record.violated} of ${record.judged} judged: ${named}${further}`, width);
}

/** Joins the lines of a text where they fit into the width of the summary, and indents the others. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    const joined = [...lines.splice(-1), part].join(' ');
    if (joined.length <= width - 6) lines.push(joined);
    else lines.push(joined.slice(0, -part.length - 1), part);
  }
  return lines.filter(Boolean).map((one, index) => indentedLine(index === 0 ? one : `   ${one}`, width));
}

/** A line below a heading. */
export function indentedLine(text: string, width: number): string {
  return `   ${clip(text, width - 3)}`;
}
