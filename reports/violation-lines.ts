import { describeSource } from '../checks/source-link.ts';
import type { RuleRecord } from '../checks/verdict.ts';
import { againText, familiesOf, familiesText, sortedFindings } from './failure-text.ts';
import { clip, printable } from './printable.ts';
import type { Paint } from './printable.ts';
import { replayCommand, replayContextOf } from './replay-command.ts';
import { factsOf } from './rule-facts.ts';
import type { RunReport } from './run-report.ts';

/** CI logs and split screens show this many columns without wrapping. */
export const width = 100;

/** The rule and its claim, the reason if there is one, what was found, how often, and how to reproduce it. */
export function violationLines(
  record: RuleRecord,
  number: number,
  report: RunReport,
  paint: Paint,
): readonly string[] {
  const facts = factsOf(report.rules, record);
  const title = `${number}. ${record.verdict.toUpperCase()} ${record.operation} ${record.rule} (${record.level})`;
  const claim = line(`${facts.claim} [${describeSource(facts.source)}]`);
  const [finding, ...others] = sortedFindings(record);
  if (finding === undefined)
    return [paint('bad', clip(title, width)), claim, line(record.reason ?? 'no reason was given')];
  const reason = record.reason === null ? [] : [line(record.reason)];
  return [
    paint('bad', clip(title, width)),
    claim,
    ...reason,
    line(`at ${finding.at}: expected ${finding.expected}, actual ${finding.actual}`),
    ...seenLines(record, others.length),
    ...(finding.isReproduced === true ? [] : [line(againText(finding))]),
    `   ${replayCommand(replayContextOf(report), { ...record, path: finding.path })}`,
  ];
}

/** Families named in the terminal; the report has all. */
const shownFamilies = 12;

/** How often a rule was violated, and by which families of cases. */
function seenLines(record: RuleRecord, others: number): readonly string[] {
  const families = familiesOf(record);
  const more = families.length - shownFamilies;
  const named = familiesText(families.slice(0, shownFamilies)) + (more > 0 ? `, ${more} more families` : '');
  const further = others === 0 ? '' : `; ${others} more in the report`;
  return wrapped(printable(`${record.violated} of ${record.judged} judged: ${named}${further}`));
}

/** A text in lines that are as wide as the summary, broken at blanks. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width - 6)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((one, index) => line(index === 0 ? one : `   ${one}`));
}

/** A line below a heading. */
export function line(text: string): string {
  return `   ${clip(text, width - 3)}`;
}
