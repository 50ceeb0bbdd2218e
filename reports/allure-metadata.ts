import { createHash } from 'node:crypto';
import { describeSource, ruleUrl } from '../checks/source-link.ts';
import type { Finding, RuleRecord, Verdict } from '../checks/verdict.ts';
import type { RedactedExchange } from '../driver/secrets/redacted.ts';
import {
  evidenceLine,
  failureText,
  familiesOf,
  familiesText,
  leadingFinding,
  sortedFindings,
  violationLine,
} from './failure-text.ts';
import { printable, printableLine } from './printable.ts';
import { adviceOf } from './explain/advice/advice-of.ts';
import { inlineMarkdown } from './explain/topic-markdown.ts';
import { explainCommand, replayCommand } from './replay-command.ts';
import type { ReplayContext } from './replay-command.ts';
import { areaOf } from './rule-facts.ts';
import type { RuleFacts } from './rule-facts.ts';

/** A file shown with a test, as plain text: Allure previews no shell scripts or HTTP messages. */
export interface AllureAttachment {
  readonly name: string;
  readonly content: string;
}

/** A finding as a failed step of the test, with its attachments in reading order. */
export interface AllureEvidence {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly AllureAttachment[];
}

/** The intended outcome of the test. A failed test throws ContractViolation, a broken one any other error. */
export type AllureOutcome =
  | { readonly status: 'passed'; readonly message: string | null }
  | { readonly status: 'skipped' | 'broken'; readonly message: string }
  | {
      readonly status: 'failed';
      /** One line, equal for equal errors, so that Allure groups them. */
      readonly message: string;
      /** Everything, for the terminal of Jest. */
      readonly text: string;
      readonly expected: string;
      readonly actual: string;
    };

/** Everything that Allure shows about a rule judged on an operation. Plain JSON, applied inside the Jest VM. */
export interface AllureMetadata {
  /** Precedes the name of the test, which is shown and does not identify it. */
  readonly mark: string;
  readonly epic: string;
  readonly feature: string;
  readonly story: string;
  readonly severity: 'blocker' | 'critical' | 'normal' | 'minor';
  /** Operation and rule alone, so that it names the same test in every run, whatever the seed and the wording. */
  readonly fullName: string;
  /** A hash of the full name. Allure keys history by the `testCaseId` of a result, and other readers by its `historyId`. */
  readonly historyId: string;
  readonly description: string;
  /** By `rule` and `operation`, categories find the tests of a cause. */
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly tags: readonly string[];
  readonly links: readonly { readonly url: string; readonly name: string }[];
  readonly evidence: readonly AllureEvidence[];
  readonly outcome: AllureOutcome;
}

/** What a record does not contain itself. */
export interface AllureContext {
  readonly facts: RuleFacts;
  /** Null for the suite of sequences. */
  readonly operation: { readonly method: string; readonly path: string } | null;
  readonly replay: ReplayContext;
}

/** Builds the Allure view of a settled rule record. */
export function buildAllureMetadata(record: RuleRecord, context: AllureContext): AllureMetadata {
  const { facts, operation, replay } = context;
  const url = ruleUrl(facts.source);
  const fullName = `${record.operation}#${record.rule}`;
  return {
    mark: record.verdict === 'warn' ? '⚠ ' : '',
    epic: 'Prism Central v3 OAuth',
    feature: operation === null ? 'sessions' : `${record.operation}: ${operation.method} ${operation.path}`,
    story: areaOf(record.rule),
    severity: severityOf(record),
    fullName,
    historyId: createHash('sha256').update(fullName).digest('hex').slice(0, 32),
    description: description(record, facts, replay),
    labels: [
      { name: 'operation', value: record.operation },
      { name: 'rule', value: record.rule },
    ],
    tags: [record.level, record.verdict],
    links: url === null ? [] : [{ url, name: describeSource(facts.source) }],
    evidence: sortedFindings(record).map((finding) => evidenceOf(record, finding, replay)),
    outcome: outcomeOf(record, context),
  };
}

/** Crashes and missing authentication block a release. Otherwise the level decides. */
function severityOf({ rule, level }: RuleRecord): AllureMetadata['severity'] {
  if (level === 'SHOULD') return 'normal';
  if (level === 'MAY') return 'minor';
  return ['robustness', 'auth'].includes(areaOf(rule)) ? 'blocker' : 'critical';
}

/**
 * Markdown, with the advice where something is wrong: Allure shows no link to a file beside its page. Findings and reasons are
 * left out: their text may come from the target and could contain markup.
 */
function description(record: RuleRecord, facts: RuleFacts, replay: ReplayContext): string {
  const advice = record.findings.length === 0 ? null : adviceOf(facts.id);
  return [
    `**${facts.level}**: ${facts.claim} (${describeSource(facts.source)}).`,
    `Verdict: **${record.verdict}**; ${record.judged} judged, ${record.violated} violated.`,
    ...(advice === null ? [] : [advice.why, advice.mend].map(inlineMarkdown)),
    `Explained by \`${explainCommand(replay, facts.id)}\`.`,
  ].join('\n\n');
}

const statuses: Readonly<Record<Verdict, AllureOutcome['status']>> = {
  pass: 'passed',
  note: 'passed',
  warn: 'passed',
  'not applicable': 'skipped',
  'known deviation': 'skipped',
  fail: 'failed',
  'unexpected pass': 'failed',
  broken: 'broken',
};

function outcomeOf(record: RuleRecord, { facts, replay }: AllureContext): AllureOutcome {
  const status = statuses[record.verdict];
  const reason = printable(record.reason ?? 'no reason was given');
  const finding = leadingFinding(record);
  const error = finding === undefined ? null : `${record.rule}: ${violationLine(finding)}`;
  switch (status) {
    case 'passed':
      return { status, message: error };
    case 'skipped':
      return { status, message: `${record.verdict}: ${reason}` };
    case 'broken':
      // Allure classifies an error that mentions assertions as a failure, and identity providers send assertions.
      return {
        status,
        message: `broken: ${reason}`.replace(/assert/gi, (word) => `${word.slice(0, 1)}-${word.slice(1)}`),
      };
    case 'failed':
      return {
        status,
        message: error ?? `${record.rule}: ${reason}`,
        text: failureText(record, facts, replay),
        expected: printable(finding?.expected ?? 'a violation, as the list of known deviations says'),
        actual: printable(finding?.actual ?? 'no violation'),
      };
  }
}

function evidenceOf(record: RuleRecord, finding: Finding, replay: ReplayContext): AllureEvidence {
  const { exchanges } = finding;
  const families = familiesOf(record);
  return {
    name: violationLine(finding),
    parameters: [
      { name: 'seen in', value: printableLine(evidenceLine(record, finding)) },
      ...(families.length < 2 ? [] : [{ name: 'families', value: printableLine(familiesText(families)) }]),
    ],
    attachments: [
      ...exchanges.map((exchange, index) => exchangeAttachment(exchange, index, exchanges.length)),
      { name: 'see it again', content: commandsOf(record, finding, replay) },
    ],
  };
}

function exchangeAttachment(
  { step, operation, request, response }: RedactedExchange,
  index: number,
  count: number,
): AllureAttachment {
  const number = count === 1 ? '' : `${index + 1} `;
  return {
    name: printableLine(`${number}${step} (${operation})`),
    content: printable(`${request.trimEnd()}\n\n${response}`),
  };
}

/** The command that judges the case again, and the requests alone, ready to be copied. */
function commandsOf(record: RuleRecord, { path, exchanges }: Finding, replay: ReplayContext): string {
  const requests = exchanges.map(({ step, curl }) => `# ${printableLine(step)}\n${printable(curl)}`);
  return [replayCommand(replay, { ...record, path }), ...requests].join('\n\n');
}
