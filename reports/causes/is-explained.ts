import type { Explanation, RulePattern } from './explanations.ts';
import { mostCases, sharedCases } from './rule-group.ts';
import type { RuleGroup } from './rule-group.ts';

/** Where nothing else connects two rules: the share of the lead's cases that have to violate the rule. */
const halfOfCases = 0.5;

/**
 * Whether what is told of a rule follows from the violations of another, the lead: by one of the explanations that hold
 * for the lead, or since the same answers violate both in the same place.
 */
export function isExplained(rule: RuleGroup, lead: RuleGroup, explanations: readonly Explanation[]): boolean {
  if (lead.reason !== null) return false;
  if (rule.isBroken) return doesBlock(lead, rule.reason ?? '', explanations);
  if (rule.reason !== null) return false;
  const isTouched = isTouchedBy(rule, lead);
  const shared = sharedCases(rule, lead);
  const isInCase = shared.ofRule >= mostCases;
  return (
    (isInCase && shared.ofOther >= halfOfCases && doSharePlace(rule, lead)) ||
    explanations.some(
      ({ explains, explainsInCase, isEverywhere = false, isByChance = false }) =>
        ((isTouched || isEverywhere) &&
          doesMatchAny(rule.rule, explains) &&
          !(isByChance && isInMostElsewhere(rule, lead))) ||
        (isInCase && doesMatchAny(rule.rule, explainsInCase)),
    )
  );
}

/**
 * Whether a rule on sequences is violated where the lead is: they are asked for little else than what single operations
 * are asked for.
 */
export function isInSequence(rule: RuleGroup, lead: RuleGroup): boolean {
  if (rule.reason !== null || lead.reason !== null || !rule.rule.startsWith('session.')) return false;
  return !/^(?:header|run)\./.test(lead.rule) && isTouchedBy(rule, lead);
}

function isTouchedBy({ touched }: RuleGroup, lead: RuleGroup): boolean {
  return [...touched].some((operation) => lead.shown.has(operation));
}

function isInMostElsewhere({ inMost }: RuleGroup, lead: RuleGroup): boolean {
  return [...inMost].some((operation) => !lead.shown.has(operation));
}

function doesMatchAny(rule: string, patterns: readonly RulePattern[] = []): boolean {
  return patterns.some(
    (pattern) => pattern === '.' || (pattern.endsWith('.') ? rule.startsWith(pattern) : rule === pattern),
  );
}

function doSharePlace({ places }: RuleGroup, other: RuleGroup): boolean {
  return [...other.places].some((place) => places.has(place));
}

/** The operation of the step at which cases broke off, by how the reason names the step. */
const stepOperations: readonly (readonly [step: string, operation: string])[] = [
  ['authorize', 'oauth_authorize_post'],
  ['redeem', 'oauth_token_post'],
  ['refresh', 'oauth_token_post'],
  ['register', 'oauth_client_post'],
  ['generate', 'oauth_generate_token_post'],
];

/** Whether a violated rule keeps cases from being set up. */
function doesBlock(lead: RuleGroup, reason: string, explanations: readonly Explanation[]): boolean {
  if (answersThatBlock.some(([rule, answer]) => lead.rule === rule && !answer.test(reason))) return false;
  const step = /: (\w+)/.exec(reason)?.[1] ?? '';
  const operation = stepOperations.find(([name]) => step.startsWith(name))?.[1];
  return (
    doesMatchAny(lead.rule, blockers) &&
    (explanations.some(({ isEverywhere }) => isEverywhere === true) ||
      operation === undefined ||
      lead.shown.has(operation))
  );
}

/** What a reason says of the answer that broke cases off, for rules that are violated by this answer alone. */
const answersThatBlock: readonly (readonly [rule: string, answer: RegExp])[] = [
  ['run.operation.finished', /^(?!.* (?:answered \d|hang\b))/],
  ['robustness.answer.in-time', / hang\b/],
  ['robustness.connection.kept', / reset\b/],
  ['robustness.answer.whole', / (?:short-body|malformed)\b/],
  ['robustness.server-error.none', / answered 5\d\d/],
];

/** Rules whose violation leaves later steps without what they need. */
const blockers: readonly RulePattern[] = [
  'run.',
  'robustness.',
  'request.valid.accepted',
  'response.location.present',
  'response.schema.valid',
  'response.content-type.json',
  'response.json.',
  'response.status.documented',
  'authorize.code.present',
  'authorize.added-uri.accepted',
  'token.code.redeemed',
  'client.registration.',
  'client.id.',
  'client.race.distinct',
  'client.later.remembered',
  'token.access.unique',
  'token.refresh.unique',
  'code.value.unique',
  'bearer.',
];
