import type { RuleRecord } from '../checks/verdict.ts';
import { counted } from './counted.ts';
import { foundText, messageLines, sortedFindings } from './failure-text.ts';
import type { Paint } from './printable.ts';
import { printableLine } from './printable.ts';
import { withoutUserInfo } from './replay-command.ts';
import { exitCodeOf, ruleRecords } from './roll-up.ts';
import { factsOf } from './rule-facts.ts';
import type { RunReport } from './run-report.ts';

/** Whether a run has sent one case again. */
export function isReplay({ records }: Pick<RunReport, 'records'>): boolean {
  return records.some(({ replayed }) => replayed !== undefined);
}

/** What a replay sent and got, whole, and what the rules say of it. */
export function replayText(report: RunReport, { paint }: { readonly paint: Paint }): string {
  const rules = ruleRecords(report);
  const sections = [
    heading(report, paint),
    ...report.records.flatMap(({ replayed }) =>
      (replayed?.exchanges ?? []).map((exchange, index, all) =>
        messageLines(exchange, index + 1, all.length).slice(1),
      ),
    ),
    rules.filter(({ verdict }) => verdict === 'pass').map((rule) => paint('good', `PASS ${ruleTitle(rule)}`)),
    ...rules.map((rule) => verdictLines(rule, report, paint)),
  ];
  const shown = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${shown.join('\n\n')}\n`;
}

/** The last line of a replay: the exit code. */
export function replayEnd(
  report: RunReport,
  { strict, paint }: { readonly strict: boolean; readonly paint: Paint },
): string {
  const code = exitCodeOf(report, { strict });
  return `\n${paint(code === 0 ? 'good' : 'bad', `exit ${code}: ${meaningOf(ruleRecords(report))}`)}\n`;
}

function heading(report: RunReport, paint: Paint): readonly string[] {
  const { target, records, seed, tool } = report;
  const where = target.isEmbedded ? 'the embedded reference target' : withoutUserInfo(target.url);
  const path = records.find(({ replayed }) => replayed !== undefined)?.replayed?.path ?? '';
  return [
    paint('strong', printableLine(`${tool.name} ${tool.version}: ${where}, case ${seed}:${path}`)),
    target.trace === undefined
      ? 'sent once; what it created is removed'
      : 'judged by the answers in the trace; nothing was sent',
  ];
}

function ruleTitle({ operation, rule, level }: RuleRecord): string {
  return `${operation} ${rule} (${level})`;
}

/** What a rule says that was not kept. One that has nothing to judge in the case is left out: most have not. */
function verdictLines(rule: RuleRecord, report: RunReport, paint: Paint): readonly string[] {
  const { verdict, reason } = rule;
  if (verdict === 'pass' || verdict === 'not applicable') return [];
  const title = printableLine(`${verdict.toUpperCase()} ${ruleTitle(rule)}`);
  const claim = `   ${factsOf(report.rules, rule).claim}`;
  const found = sortedFindings(rule).map((finding) => `   ${printableLine(foundText(finding))}`);
  const why = reason === null ? [] : [`   ${printableLine(reason)}`];
  return [paint('bad', title), claim, ...why, ...found];
}

function meaningOf(rules: readonly RuleRecord[]): string {
  const violated = rules.filter(({ findings }) => findings.length > 0).length;
  if (violated > 0) return `the case violates ${counted(violated, 'rule')}`;
  if (rules.some(({ verdict }) => verdict === 'broken')) return 'the case could not be judged';
  return rules.some(({ judged }) => judged > 0)
    ? 'the case violates no rule'
    : 'no rule that was asked for has anything to judge in this case';
}
