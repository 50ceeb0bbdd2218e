import { ruleUrl } from '../../checks/source-link.ts';
import type { Cause } from '../causes/cause.ts';
import { findCauses } from '../causes/find-causes.ts';
import { factsOf } from '../rule-facts.ts';
import type { RunReport } from '../run-report.ts';
import { explainOf, extentOf, hintOf, levelOf, replayOf, seenText, statementOf } from './cause-text.ts';

/** GitHub shows this many errors and this many warnings of a step, and drops the rest. */
const mostOfALevel = 10;

/** The causes of a run as workflow commands, one a line, by which GitHub annotates a job. The worst come first. */
export function githubAnnotations(report: RunReport): readonly string[] {
  const causes = findCauses(report);
  return (['error', 'warning'] as const).flatMap((level) =>
    causes
      .filter((cause) => levelOf(cause) === level)
      .slice(0, mostOfALevel)
      .map((cause) => `::${level} title=${property(statementOf(cause))}::${data(messageOf(cause, report))}`),
  );
}

function messageOf(cause: Cause, report: RunReport): string {
  const { lead } = cause;
  const url = ruleUrl(factsOf(report.rules, lead).source);
  const lines = [
    `${lead.rule}, ${extentOf(cause)}`,
    seenText(cause),
    hintOf(cause),
    url,
    explainOf(cause, report),
    replayOf(cause, report),
  ];
  return lines.filter((line) => line !== null && line !== '').join('\n');
}

/** The escapes of github.com/actions/toolkit, packages/core/src/command.ts. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
