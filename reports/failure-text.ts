import { describeSource, ruleUrl } from '../checks/source-link.ts';
import type { FamilyCount, Finding, RuleRecord } from '../checks/verdict.ts';
import type { RedactedExchange } from '../driver/secrets/redacted.ts';
import { counted } from './counted.ts';
import { printable, printableLine } from './printable.ts';
import type { ReplayContext } from './replay-command.ts';
import { explainCommand, replayCommand } from './replay-command.ts';
import type { RuleFacts } from './rule-facts.ts';

/** Replaces each array index in a pointer by `*`: which entity shows the defect does not matter. */
export function withoutIndexes(pointer: string): string {
  return pointer.replace(/(?<=\/)\d+(?=\/|$)/g, '*');
}

/**
 * The finding that represents a record where there is room for one: the first by place. Every run draws cases from
 * every family, so a finding in the same place leads under every seed.
 */
export function leadingFinding(record: RuleRecord): Finding | undefined {
  return sortedFindings(record)[0];
}

/** The findings of a record, the leading one first. */
export function sortedFindings(record: RuleRecord): readonly Finding[] {
  return record.findings
    .map((finding) => ({ finding, key: sortKey(finding) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding);
}

function sortKey(finding: Finding): string {
  // In one place, what was seen again says more than what may have been chance.
  const again = finding.isReproduced === true ? 0 : 1;
  return [withoutIndexes(finding.at), again, withoutIndexes(finding.family), finding.path].join('\0');
}

/** Where a rule was violated, what it expects there and what came, on one line. Equal for equal defects. */
export function violationLine({ at, expected, actual }: Finding): string {
  return printableLine(`at ${at} expected ${expected}, actual ${actual}`);
}

/** The same as a text for people, which is made printable where it is shown. */
export function foundText({ at, expected, actual }: Finding): string {
  return `at ${at}: expected ${expected}, actual ${actual}`;
}

/** What is known about a violation. */
interface ViolationDetails {
  /** Everything, as {@link failureText} tells it. */
  readonly text: string;
  readonly actual: string;
  readonly expected: string;
}

/**
 * The error of a test whose rule was violated. The message is one line, so that Allure groups equal errors, and Jest
 * prints the stack, which has the whole text. Allure distinguishes "failed" from "broken" by the presence of `actual`
 * and `expected`.
 */
export class ContractViolation extends Error {
  override readonly name = 'ContractViolation';
  readonly actual: string;
  readonly expected: string;

  constructor(message: string, { text, actual, expected }: ViolationDetails) {
    super(message);
    this.actual = actual;
    this.expected = expected;
    this.stack = stackOf(text);
  }
}

/**
 * A stack that is only the message: the places in this suite say nothing about a target. Jest prints unchanged what
 * precedes the first place, and leaves out a place without a name.
 */
export function stackOf(message: string): string {
  return `${message}\n    at <anonymous>:1:1`;
}

/**
 * Everything known about a violated rule, as text for Jest and JUnit. The first finding is shown in full, the
 * others by place only. For a record without findings, its reason.
 */
export function failureText(record: RuleRecord, facts: RuleFacts, context: ReplayContext): string {
  const [first, ...others] = sortedFindings(record);
  const lines = [
    `${record.operation}: ${facts.id} (${facts.level}), ${record.verdict}`,
    '',
    field('claim', facts.claim),
    field('source', sourceLine(facts)),
    field('explain', explainCommand(context, facts.id)),
    ...(record.reason === null ? [] : [field('reason', record.reason)]),
    ...(first === undefined ? [] : findingLines(record, first, context)),
    ...(others.length === 0 ? [] : ['', 'Also violated:', ...others.map(otherLine)]),
  ];
  return lines.join('\n');
}

/** Where a rule comes from, on one line with its link. */
function sourceLine(facts: RuleFacts): string {
  const url = ruleUrl(facts.source);
  return url === null ? describeSource(facts.source) : `${describeSource(facts.source)}, ${url}`;
}

/** How often a finding was seen, and whether it reproduced. */
export function evidenceLine(record: RuleRecord, finding: Finding): string {
  const cases = `${counted(finding.count, 'case')} of ${finding.family}`;
  if (finding.path === '')
    return `${counted(record.judged, 'value')}, violated since a case of ${finding.family}; ${againText(finding)}`;
  const minimised =
    finding.shrinks === 0 ? 'not minimised' : `minimised by ${counted(finding.shrinks, 'step')}`;
  const judged =
    record.isByChance === true
      ? `looked ${counted(record.judged, 'time')}, seen ${counted(record.violated, 'time')}`
      : `${record.violated} of ${record.judged} judged violate the rule`;
  return `${cases}; ${judged}; ${minimised}; ${againText(finding)}`;
}

/** What came of sending the case of a finding again. */
export function againText({ isReproduced, path }: Finding): string {
  if (path === '') return 'shown by the whole run, not by one case';
  if (isReproduced === null) return 'not sent again';
  return isReproduced ? 'seen again when sent again' : 'NOT seen again when sent again';
}

/** All families of cases that violate the rule, most violations first. */
export function familiesOf({ families, findings }: RuleRecord): readonly FamilyCount[] {
  return families ?? findings.map(({ family, count }) => ({ family, count }));
}

/** Families as text, such as `valid.domain 7, valid.minimal 2`. */
export function familiesText(families: readonly FamilyCount[]): string {
  return families.map(({ family, count }) => `${family} ${count}`).join(', ');
}

function findingLines(record: RuleRecord, finding: Finding, context: ReplayContext): readonly string[] {
  const { exchanges } = finding;
  return [
    field('at', finding.at),
    field('expected', finding.expected),
    field('actual', finding.actual),
    field('seen in', evidenceLine(record, finding)),
    ...(familiesOf(record).length > 1 ? [field('families', familiesText(familiesOf(record)))] : []),
    ...exchanges.flatMap((exchange, index) => exchangeLines(exchange, index + 1, exchanges.length)),
    '',
    'Replay:',
    indented(replayCommand(context, { ...record, path: finding.path })),
  ];
}

function exchangeLines(exchange: RedactedExchange, number: number, count: number): readonly string[] {
  return [...messageLines(exchange, number, count), '', 'As curl:', indented(exchange.curl)];
}

/** The request and the answer of an exchange, with its place among those of its case. */
export function messageLines(exchange: RedactedExchange, number: number, count: number): readonly string[] {
  const { step, operation, durationMs } = exchange;
  const title = count === 1 ? 'Request' : `Step ${number} of ${count}`;
  return [
    '',
    printableLine(`${title}, ${step} (${operation}), ${Math.round(durationMs)} ms:`),
    quoted(exchange.request),
    '',
    'Answer:',
    quoted(exchange.response),
  ];
}

function otherLine(finding: Finding): string {
  const { at, expected, actual, family, count } = finding;
  const seen = `${counted(count, 'case')} of ${family}${finding.isReproduced === true ? '' : `, ${againText(finding)}`}`;
  return `  ${printableLine(`${at}: expected ${expected}, actual ${actual} (${seen})`)}`;
}

function field(name: string, value: string): string {
  return `${`${name}:`.padEnd(9)} ${printable(value).trimEnd().replaceAll('\n', '\n          ')}`;
}

function indented(text: string): string {
  return printable(text)
    .trimEnd()
    .replace(/^(?=.)/gm, '  ');
}

/**
 * Prefixed with a bar: Jest takes lines that begin with "at" for its own stack, and an answer may contain a stack
 * trace.
 */
function quoted(text: string): string {
  return printable(text)
    .trimEnd()
    .replace(/^/gm, '  | ')
    .replace(/(?<! ) +$/gm, '');
}
