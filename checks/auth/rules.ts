import { mainStep } from '../../generators/case.ts';
import { rememberEach } from '../../spec/remember.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';
import { isThrottled } from '../read/answer-kind.ts';
import { confirmedMembers, differentMembers, writtenClient } from '../read/client.ts';
import { jsonObjectOf } from '../read/json.ts';
import { mainRequestBody } from '../read/request.ts';
import { statusText } from '../read/status-text.ts';
import { knownClient, stepNamed, storedDifferences, tellingProbe } from '../read/steps.ts';
import type { Answered, AnswerRule, Rule, Violation } from '../rule.ts';
import { challengeTexts, challengeWellFormed } from './challenges.ts';

/** If the target's profile declares an operation public, no such cases are generated for it. */
export const credentialsRequired: AnswerRule = {
  on: 'answer',
  id: 'auth.credentials.required',
  level: 'MUST',
  mockLevel: 'validation',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'contract', section: 'security' },
  claim: 'answers 401 to a request without valid credentials',
  operations: 'all',
  perBreakage: true,
  appliesTo: ({ case: testCase, response }) =>
    testCase.aspect === 'credentials' &&
    testCase.expectation === 'refuse' &&
    response.status < 500 &&
    !isThrottled(response),
  judge: (answered) => {
    const lawful = lawfulStatuses(answered);
    const { status } = answered.response;
    return lawful.includes(status)
      ? []
      : [{ at: 'status', expected: lawful.join(' or '), actual: statusText(answered.exchange) }];
  },
};

/** The contract defines no HEAD, so a target may not support it. */
const withoutHead = [401, 404, 405, 501];

/** Credentials that a server may be unable to parse: an unknown scheme, a malformed value, or non-ASCII characters. */
const unreadable: ReadonlySet<string> = new Set(['header', 'bearer', 'other-scheme', 'basic']);

/** A server may also answer 400 to credentials it cannot parse (RFC 9110 section 15.5.1, RFC 6750 section 3.1). */
function lawfulStatuses({ case: testCase }: Answered): readonly number[] {
  const { credentials, method } = mainStep(testCase).request;
  if (method === 'HEAD') return withoutHead;
  return unreadable.has(credentials.type) ? [401, 400] : [401];
}

/**
 * Judged only where a probe can tell: on a client that existed, a client that must not be created, or a token that
 * worked.
 */
export const refusedNoEffect: AnswerRule = {
  on: 'answer',
  id: 'auth.refused.no-effect',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'project', section: 'refusals' },
  claim: 'changes nothing where it refuses a request',
  operations: 'all',
  appliesTo: (answered) =>
    answered.response.status >= 400 && answered.response.status < 500 && effects(answered).length > 0,
  judge: (answered) => effects(answered).flat(),
};

/** The effects that the refused request had anyway, by each probe that can tell. Remembered, since they are asked for twice. */
const effects = rememberEach((answered: Answered): readonly (readonly Violation[])[] =>
  [changedClient(answered), madeClient(answered), deadToken(answered)].filter(
    (violations) => violations !== null,
  ),
);

function changedClient(answered: Answered): readonly Violation[] | null {
  const probe = tellingProbe(answered, 'read-back');
  const known = knownClient(answered, stepNamed(answered.case, 'read-back'));
  const registered = answered.exchanges.get('register')?.response ?? null;
  if (probe === null || known === null || registered === null) return null;
  return storedDifferences(confirmedMembers(known, jsonObjectOf(registered)), probe);
}

/**
 * Cases run concurrently and names may be short, so a client counts as made by this request only if all members match.
 */
function madeClient(answered: Answered): readonly Violation[] | null {
  const probe = tellingProbe(answered, 'list-after');
  const sent = writtenClient(mainRequestBody(answered.case));
  if (probe === null || sent?.['client_name'] === undefined || !isDistinctive(sent)) return null;
  const { client_name: name } = sent;
  // Names first: a list may be long, and other members take long to compare.
  const isMade = arrayOrEmpty(jsonObjectOf(probe)?.['entities']).some(
    (entity) =>
      isJsonObject(entity) &&
      (typeof name !== 'string' || entity['client_name'] === name) &&
      differentMembers(sent, entity).length === 0,
  );
  return isMade ? [{ at: '/entities', expected: 'no client as in the request', actual: 'one' }] : [];
}

/** True if name and description have enough different characters not to match those of another case by chance. */
function isDistinctive({ client_name: name, client_description: description }: JsonObject): boolean {
  return new Set(JSON.stringify([name, description])).size >= 12;
}

/** Only for revocations: elsewhere a token may die because its code was redeemed twice (RFC 6749 section 4.1.2). */
function deadToken({ operation, exchanges }: Answered): readonly Violation[] | null {
  if (operation.id !== 'oauth_revoke_token_post') return null;
  const before = exchanges.get('use-token-before')?.response?.status ?? 0;
  const after = exchanges.get('use-token')?.response?.status ?? 0;
  if (before < 200 || before > 299 || after < 200 || after >= 500 || after === 429) return null;
  return after === 401 || after === 403
    ? [{ at: 'status', expected: 'a token that still works', actual: String(after) }]
    : [];
}

/** Applies to every 401, whether the operation or a gateway sent it: the standard makes no exception. */
export const challengePresent: AnswerRule = {
  on: 'answer',
  id: 'auth.challenge.present',
  level: 'MUST',
  mockLevel: 'validation',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 9110', section: '15.5.2' },
  claim: 'challenges with WWW-Authenticate where it answers 401',
  operations: 'all',
  appliesTo: ({ response }) => response.status === 401,
  judge: ({ response }) =>
    challengeTexts(response).length > 0
      ? []
      : [{ at: 'header WWW-Authenticate', expected: 'a challenge', actual: 'absent' }],
};

export const authRules: readonly Rule[] = [
  credentialsRequired,
  refusedNoEffect,
  challengePresent,
  challengeWellFormed,
];
