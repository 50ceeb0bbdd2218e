import { createHash } from 'node:crypto';
import { describeSource, ruleUrl } from '../checks/source-link.ts';
import type { Finding, RuleRecord, Verdict } from '../checks/verdict.ts';
import type { RedactedExchange } from '../driver/secrets/redacted.ts';
import { evidenceLine, failureText, familiesOf, sortedFindings } from './failure-text.ts';
import { printable, printableLine } from './printable.ts';
import { explainCommand, replayCommand } from './replay-command.ts';
import type { ReplayContext } from './replay-command.ts';
import { areaOf } from './rule-facts.ts';
import type { RuleFacts } from './rule-facts.ts';

/**
 * A file shown with a test. Everything except JSON is plain text: Allure previews no shell scripts or HTTP messages.
 */
export interface AllureAttachment {
  readonly name: string;
  readonly contentType: 'text/plain' | 'application/json';
  readonly content: string;
}

/** A finding as a step of the test, with its attachments in reading order. */
export interface AllureEvidence {
  readonly name: string;
  readonly attachments: readonly AllureAttachment[];
}

/** The intended outcome of the test. A failed test throws ContractViolation, a broken one any other error. */
export type AllureOutcome =
  | { readonly status: 'passed' }
  | { readonly status: 'skipped'; readonly message: string }
  | { readonly status: 'broken'; readonly message: string }
  | {
      readonly status: 'failed';
      readonly message: string;
      readonly expected: string;
      readonly actual: string;
    };

/** Everything that Allure shows about a rule judged on an operation. Plain JSON, applied inside the Jest VM. */
export interface AllureMetadata {
  readonly epic: string;
  readonly feature: string;
  readonly story: string;
  readonly severity: 'blocker' | 'critical' | 'normal' | 'minor';
  /** Operation and rule alone, so that it names the same test in every run, whatever the seed and the wording. */
  readonly fullName: string;
  /** A hash of the full name. Allure keys history by the `testCaseId` of a result, and other readers by its `historyId`. */
  readonly historyId: string;
  readonly description: string;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly tags: readonly string[];
  readonly links: readonly { readonly url: string; readonly name: string }[];
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly excluded: true }[];
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
    epic: 'Prism Central v3 OAuth',
    feature: operation === null ? 'sessions' : `${record.operation}: ${operation.method} ${operation.path}`,
    story: areaOf(record.rule),
    severity: severityOf(record),
    fullName,
    historyId: createHash('sha256').update(fullName).digest('hex').slice(0, 32),
    description: description(record, facts, replay),
    labels: [
      { name: 'layer', value: operation === null ? 'session' : 'operation' },
      { name: 'level', value: record.level },
      { name: 'verdict', value: record.verdict },
    ],
    tags: [record.level, record.verdict],
    links: url === null ? [] : [{ url, name: describeSource(facts.source) }],
    parameters: [
      { name: 'seed', value: String(replay.seed), excluded: true },
      { name: 'judged', value: String(record.judged), excluded: true },
      { name: 'violated', value: String(record.violated), excluded: true },
    ],
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

/** Markdown. Findings and reasons are left out: their text may come from the target and could contain markup. */
function description(record: RuleRecord, facts: RuleFacts, replay: ReplayContext): string {
  return [
    `**${facts.level}**: ${facts.claim} (${describeSource(facts.source)}).`,
    `Verdict: **${record.verdict}**; ${record.judged} judged, ${record.violated} violated.`,
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
  switch (status) {
    case 'passed':
      return { status };
    case 'skipped':
      return { status, message: `${record.verdict}: ${reason}` };
    case 'broken':
      // Allure classifies an error that mentions assertions as a failure, and identity providers send assertions.
      return {
        status,
        message: `broken: ${reason}`.replace(/assert/gi, (word) => `${word.slice(0, 1)}-${word.slice(1)}`),
      };
    case 'failed': {
      const [finding] = sortedFindings(record);
      return {
        status,
        message: failureText(record, facts, replay),
        expected: printable(finding?.expected ?? 'a violation, as the list of known deviations says'),
        actual: printable(finding?.actual ?? 'no violation'),
      };
    }
  }
}

function evidenceOf(record: RuleRecord, finding: Finding, replay: ReplayContext): AllureEvidence {
  const command = replayCommand(replay, { ...record, path: finding.path });
  const { exchanges } = finding;
  return {
    name: printableLine(`at ${finding.at}: expected ${finding.expected}, actual ${finding.actual}`),
    attachments: [
      jsonAttachment('counterexample.json', counterexample(record, finding, replay)),
      ...exchanges.flatMap((exchange, index) => exchangeAttachments(exchange, index, exchanges.length)),
      textAttachment('replay', command),
    ],
  };
}

function counterexample(record: RuleRecord, finding: Finding, { seed }: ReplayContext): unknown {
  const { at, expected, actual, family, path, exchanges } = finding;
  return {
    operation: record.operation,
    rule: record.rule,
    ...{ at, expected, actual, family, seed, path },
    seen: evidenceLine(record, finding),
    families: Object.fromEntries(familiesOf(record).map((one) => [one.family, one.count])),
    steps: exchanges.map(({ step, operation }) => ({ step, operation })),
  };
}

function exchangeAttachments(
  { step, request, response, curl }: RedactedExchange,
  index: number,
  count: number,
): readonly AllureAttachment[] {
  const prefix = count === 1 ? '' : `${index + 1} ${step} `;
  return [
    textAttachment(`${prefix}request.http`, request),
    textAttachment(`${prefix}response.http`, response),
    textAttachment(`${prefix}curl`, curl),
  ];
}

function textAttachment(name: string, content: string): AllureAttachment {
  return { name, contentType: 'text/plain', content: printable(content) };
}

function jsonAttachment(name: string, value: unknown): AllureAttachment {
  const shown = (_name: string, member: unknown): unknown =>
    typeof member === 'string' ? printable(member) : member;
  return { name, contentType: 'application/json', content: JSON.stringify(value, shown, 2) };
}
