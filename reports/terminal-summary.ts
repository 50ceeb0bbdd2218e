import { baselineLines } from './baseline.ts';
import { dialectLine, gatewayLines } from './gateway-lines.ts';
import type { RuleRecord } from '../checks/verdict.ts';
import { foundText, sortedFindings } from './failure-text.ts';
import { clip, printable } from './printable.ts';
import type { Paint } from './printable.ts';
import { withoutUserInfo } from './replay-command.ts';
import { totalResidue } from './result-file.ts';
import { countJudged, exitCodeOf, ruleRecords } from './roll-up.ts';
import { leftOutLines } from './left-out-lines.ts';
import { levelsLine } from './run-levels.ts';
import type { RunReport } from './run-report.ts';
import { meaningOf, tallyOf } from './run-meaning.ts';
import { verdictTable } from './verdict-table.ts';
import { indentedLine, violationLines } from './violation-lines.ts';
import type { LineStyle } from './violation-lines.ts';
import { causeHeading, causeLines, causesText } from './cause-lines.ts';
import type { Cause } from './causes/cause.ts';
import { findCauses } from './causes/find-causes.ts';

/** How a summary looks. */
export interface SummaryOptions extends LineStyle {
  readonly strict: boolean;
  /** False if the violations are shown elsewhere, and the summary has only the rest. */
  readonly hasFindings: boolean;
  /** The path of the page of causes, or null if there is none. */
  readonly summaryFile: string | null;
}

/** How the last lines look, which follow once all reports are written. */
export interface EndOptions {
  readonly strict: boolean;
  readonly paint: Paint;
  /** The path of the HTML report, or null if there is none. */
  readonly reportFile: string | null;
}

/** The most columns of the table: logs of CI wrap longer lines, which cannot be read as a table. */
const widestTable = 120;

/**
 * A run at a glance: the verdict, what is wrong, and then how it shows. Commands are never cut, since they must be
 * copied whole. Notes are only counted here. The report lists them.
 */
export function terminalSummary(report: RunReport, options: SummaryOptions): string {
  const { width, paint, hasFindings } = options;
  const records = ruleRecords(report);
  const causes = findCauses(report);
  const findings = causes.map((cause, index) => findingLines(cause, index + 1, report, options));
  const sections = [
    heading(report, options),
    verdictLines(report, causes, options),
    causeLines(causes, width, paint),
    ...(hasFindings ? [verdictTable(report.records, Math.min(width, widestTable), paint), ...findings] : []),
    baselineLines(report.baseline, width),
    [...brokenRunLines(report, options), ...footer(report, records, options)],
  ];
  const shown = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${shown.join('\n\n')}\n`;
}

/** What became of the run in one line, and which levels of a mock the target reaches. */
function verdictLines(
  report: RunReport,
  causes: readonly Cause[],
  options: SummaryOptions,
): readonly string[] {
  const { width, paint } = options;
  const records = ruleRecords(report);
  const code = exitCodeOf(report, options);
  const verdict = clip(meaningOf(code, report), width);
  const told = causesText(causes);
  const levels = countJudged(records) === 0 ? [] : [clip(levelsLine(records), width)];
  return [
    paint(code === 0 ? 'good' : 'bad', verdict),
    ...(told === null ? [] : [clip(told, width)]),
    ...levels,
  ];
}

/** How a cause shows: its violations in full, warnings and broken rules in a line each. */
function findingLines(cause: Cause, number: number, report: RunReport, style: LineStyle): readonly string[] {
  const { records } = cause;
  return [
    causeHeading(cause, number, style.width, style.paint),
    ...records.filter(isViolation).flatMap((record) => violationLines(record, report, style)),
    ...records.filter(({ verdict }) => verdict === 'warn').map((record) => warningLine(record, style)),
    ...brokenLines(records, style),
  ];
}

function heading(report: RunReport, { width, paint }: LineStyle): readonly string[] {
  const { target, tool, contract, shard } = report;
  const where = target.isEmbedded ? 'the embedded reference target' : withoutUserInfo(target.url);
  const facts = [
    target.profile && `profile ${target.profile}`,
    target.build && `build ${target.build}`,
    target.trace &&
      `offline: trace of ${target.trace.recordedAt.slice(0, 10)}, ${target.trace.ageDays} days old`,
    shard && `shard ${shard.index}/${shard.of}`,
  ];
  return [
    paint(
      'strong',
      clip(`${tool.name} ${tool.version}: ${[where, ...facts.filter(Boolean)].join(', ')}`, width),
    ),
    clip(`contract ${contract.title} ${contract.version}, ${contract.sha256.slice(0, 12)}`, width),
  ];
}

function isViolation({ verdict }: RuleRecord): boolean {
  return verdict === 'fail' || verdict === 'unexpected pass';
}

/** One line for all rules of an operation that are broken for the same reason: there is only one thing to fix. */
function brokenLines(records: readonly RuleRecord[], { width, paint }: LineStyle): readonly string[] {
  const groups = new Map<string, RuleRecord[]>();
  for (const record of records.filter(({ verdict }) => verdict === 'broken')) {
    const key = `${record.operation} ${record.reason ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const what = group.length === 1 ? first.rule : `${group.length} rules`;
    const text = clip(`BROKEN ${first.operation} ${what}: ${first.reason ?? 'no reason was given'}`, width);
    return [paint('bad', text.slice(0, 6)) + text.slice(6)];
  });
}

function warningLine(record: RuleRecord, { width, paint }: LineStyle): string {
  const [finding] = sortedFindings(record);
  const again = finding?.isReproduced === false ? ' (NOT seen again)' : '';
  const found = finding === undefined ? '' : ` ${foundText(finding)}`;
  const text = clip(`WARN ${record.operation} ${record.rule}${again}${found}`, width);
  return paint('doubtful', text.slice(0, 4)) + text.slice(4);
}

function brokenRunLines({ broken }: RunReport, { width, paint }: LineStyle): readonly string[] {
  return broken === null ? [] : [paint('bad', 'BROKEN'), indentedLine(broken, width), ''];
}

function footer(
  report: RunReport,
  records: readonly RuleRecord[],
  options: SummaryOptions,
): readonly string[] {
  const { width } = options;
  const residue = totalResidue(report);
  const judged = countJudged(records);
  const dialects = dialectLine(report.records);
  return [
    tallyOf(records),
    `${judged} judged in ${report.requests} requests and ${(report.durationMs / 1000).toFixed(1)} s, seed ${report.seed}`,
    ...leftOutLines(report, width),
    ...(dialects === null ? [] : [clip(dialects, width)]),
    ...gatewayLines(report.records, width),
    ...(residue.left.length === 0
      ? []
      : [clip(`${residue.left.length} clients left on the target: ${residue.left.join(', ')}`, width)]),
    ...(options.summaryFile === null ? [] : [`summary ${printable(options.summaryFile)}`]),
  ];
}

/** The last lines of a summary: where the HTML report is, and the exit code. */
export function terminalEnd(report: RunReport, { strict, paint, reportFile }: EndOptions): string {
  const code = exitCodeOf(report, { strict });
  return [
    reportFile === null ? 'no HTML report' : `report ${printable(reportFile)}`,
    paint(code === 0 ? 'good' : 'bad', `exit ${code}: ${meaningOf(code, report)}`),
    '',
  ].join('\n');
}
