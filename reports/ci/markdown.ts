import { describeSource, ruleUrl } from '../../checks/source-link.ts';
import { baselineLines } from '../baseline.ts';
import type { Cause } from '../causes/cause.ts';
import { findCauses } from '../causes/find-causes.ts';
import { counted } from '../counted.ts';
import { withoutUserInfo } from '../replay-command.ts';
import { exitCodeOf, ruleRecords } from '../roll-up.ts';
import { factsOf } from '../rule-facts.ts';
import { levelsLine } from '../run-levels.ts';
import type { RunReport } from '../run-report.ts';
import { meaningOf } from '../run-meaning.ts';
import {
  explainOf,
  extentOf,
  hintOf,
  replayOf,
  rulesOf,
  seenText,
  statementOf,
  width,
} from './cause-text.ts';
import { codeBlock, codeSpan, inlineText } from './markdown-text.ts';

/** GitHub refuses the summary of a step above 1 MiB. The rest is for what the step itself has written. */
const mostBytes = 900_000;

/** A run as Markdown: verdict, levels, what changed, the causes in a table and then each with its smallest case. */
export function markdownReport(report: RunReport, options: { readonly strict: boolean }): string {
  const causes = findCauses(report);
  const sections = causes.map((cause, index) => sectionOf(cause, index + 1, report));
  return joined([...headOf(report, options), ...tableOf(causes)], sections);
}

/** As many sections as there is room for. A cause without a section still has its line in the table. */
function joined(head: readonly string[], sections: readonly string[]): string {
  let text = `${head.join('\n\n')}\n`;
  for (const [index, section] of sections.entries()) {
    const longer = `${text}\n${section}\n`;
    if (Buffer.byteLength(longer) > mostBytes)
      return `${text}\n${counted(sections.length - index, 'more cause')} would exceed what GitHub shows: see the other reports.\n`;
    text = longer;
  }
  return text;
}

function headOf(report: RunReport, options: { readonly strict: boolean }): readonly string[] {
  const { tool, target, contract, seed, requests, durationMs } = report;
  const records = ruleRecords(report);
  const code = exitCodeOf(report, options);
  const where = target.isEmbedded ? 'the embedded reference target' : withoutUserInfo(target.url);
  const facts = [
    ...(target.build === null ? [] : [`build ${target.build}`]),
    `contract ${contract.title} ${contract.version}`,
    `${tool.name} ${tool.version}, seed ${seed}, ${requests} requests in ${(durationMs / 1000).toFixed(1)} s`,
    levelsLine(records),
  ];
  const changes = baselineLines(report.baseline, width);
  return [
    `## ${code === 0 ? '✅' : '❌'} OAuth conformance: ${meaningOf(code, report)}`,
    [codeSpan(where), ...facts.map(inlineText)].map((fact) => `- ${fact}`).join('\n'),
    ...(changes.length === 0 ? [] : [codeBlock('', changes.join('\n'))]),
  ];
}

function tableOf(causes: readonly Cause[]): readonly string[] {
  if (causes.length === 0) return [];
  const rows = causes.map((cause, index) => {
    const { verdict, operations, records } = cause;
    const places = operations.map((operation) => codeSpan(operation)).join(', ');
    return `| ${index + 1} | ${verdict} | ${inlineText(statementOf(cause))} | ${places} | ${records.length} |`;
  });
  return [
    ['| | verdict | cause | operations | tests |', '| ---: | --- | --- | --- | ---: |', ...rows].join('\n'),
  ];
}

function sectionOf(cause: Cause, number: number, report: RunReport): string {
  const { verdict, lead } = cause;
  const hint = hintOf(cause);
  const replay = replayOf(cause, report);
  const { source } = factsOf(report.rules, lead);
  const url = ruleUrl(source);
  const from = inlineText(describeSource(source));
  const parts = [
    `### ${number}. ${inlineText(statementOf(cause))}`,
    `${verdict}, ${inlineText(extentOf(cause))}; rules: ${rulesOf(cause).map(codeSpan).join(', ')}; source: ${url === null ? from : `[${from}](${url})`}`,
    ...(hint === '' ? [] : [`Where to look: ${inlineText(hint)}`]),
    `${codeSpan(lead.operation)}: ${inlineText(seenText(cause))}`,
    ...exchangesOf(cause),
    codeBlock('sh', [explainOf(cause, report), ...(replay === null ? [] : [replay])].join('\n')),
  ];
  return parts.join('\n\n');
}

function exchangesOf({ finding }: Cause): readonly string[] {
  if (finding === null || finding.exchanges.length === 0) return [];
  const { exchanges } = finding;
  return [
    // Markdown begins again after an empty line.
    `<details><summary>The smallest case that shows it (${counted(exchanges.length, 'request')})</summary>`,
    ...exchanges.flatMap(({ request, response }) => [
      codeBlock('http', request),
      codeBlock('http', response),
    ]),
    '</details>',
  ];
}
