import { baselineLines } from './baseline.ts';
import { dialectLine, gatewayLines } from './gateway-lines.ts';
import type { RuleRecord } from '../checks/verdict.ts';
import { sortedFindings } from './failure-text.ts';
import type { Paint } from './printable.ts';
import { clip, printable } from './printable.ts';
import { withoutUserInfo } from './replay-command.ts';
import { totalResidue } from './result-file.ts';
import { countJudged, exitCodeOf, ruleRecords } from './roll-up.ts';
import { levelsLine } from './run-levels.ts';
import type { RunReport } from './run-report.ts';
import { meaningOf, tallyOf } from './run-meaning.ts';
import { verdictTable } from './verdict-table.ts';
import { line, violationLines, width } from './violation-lines.ts';

/** How a summary looks. */
export interface SummaryOptions {
  readonly strict: boolean;
  /** False if the violations are shown elsewhere, and the summary has only the rest. */
  readonly hasFindings: boolean;
  readonly paint: Paint;
  /** The path of the page of causes, or null if there is none. */
  readonly summaryFile: string | null;
  /** The path of the HTML report, or null if there is none. */
  readonly reportFile: string | null;
}

/**
 * A run at a glance, at most 100 columns wide except for commands, which must be copied whole. Notes are only counted
 * here. The report lists them.
 */
export function terminalSummary(report: RunReport, options: SummaryOptions): string {
  const { paint, hasFindings } = options;
  const records = ruleRecords(report);
  const violations = records.filter(isViolation);
  const findings = [
    verdictTable(report.records, width, paint),
    ...violations.map((record, index) => violationLines(record, index + 1, report, paint)),
    brokenLines(records, paint),
  ];
  const sections = [
    heading(report, paint),
    ...(hasFindings ? findings : []),
    records.filter(({ verdict }) => verdict === 'warn').map((record) => warningLine(record, paint)),
    baselineLines(report.baseline, width),
    [...brokenRunLines(report, paint), ...footer(report, records, options)],
  ];
  const shown = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${shown.join('\n\n')}\n`;
}

function heading(report: RunReport, paint: Paint): readonly string[] {
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
function brokenLines(records: readonly RuleRecord[], paint: Paint): readonly string[] {
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

function warningLine(record: RuleRecord, paint: Paint): string {
  const [finding] = sortedFindings(record);
  const again = finding?.isReproduced === false ? ' (NOT seen again)' : '';
  const found =
    finding === undefined ? '' : ` at ${finding.at}: expected ${finding.expected}, actual ${finding.actual}`;
  const text = clip(`WARN ${record.operation} ${record.rule}${again}${found}`, width);
  return paint('doubtful', text.slice(0, 4)) + text.slice(4);
}

function brokenRunLines(report: RunReport, paint: Paint): readonly string[] {
  return report.broken === null ? [] : [paint('bad', 'BROKEN'), line(report.broken), ''];
}

function footer(
  report: RunReport,
  records: readonly RuleRecord[],
  options: SummaryOptions,
): readonly string[] {
  const residue = totalResidue(report);
  const judged = countJudged(records);
  const code = exitCodeOf(report, options);
  const dialects = dialectLine(report.records);
  return [
    tallyOf(records),
    `${judged} judged in ${report.requests} requests and ${(report.durationMs / 1000).toFixed(1)} s, seed ${report.seed}`,
    ...(judged === 0 ? [] : [clip(levelsLine(records), width)]),
    ...leftOutLine(report),
    ...(dialects === null ? [] : [clip(dialects, width)]),
    ...gatewayLines(report.records, width),
    ...(residue.left.length === 0
      ? []
      : [clip(`${residue.left.length} clients left on the target: ${residue.left.join(', ')}`, width)]),
    ...(options.summaryFile === null ? [] : [`summary ${printable(options.summaryFile)}`]),
    options.reportFile === null ? 'no HTML report' : `report ${printable(options.reportFile)}`,
    options.paint(code === 0 ? 'good' : 'bad', `exit ${code}: ${meaningOf(code, report)}`),
  ];
}

/** A run too short to cover all families says so, so that it is not taken for a complete run. */
function leftOutLine({ records, options: { runs } }: RunReport): readonly string[] {
  const count = records.reduce((sum, { leftOut }) => sum + leftOut, 0);
  return count === 0 ? [] : [`${count} kinds of cases were left out: --runs ${runs} is too few for them`];
}
