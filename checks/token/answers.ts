import type { Exchange } from '../../driver/exchange.ts';
import { isVisible } from '../make/value-problems.ts';
import { isThrottled } from '../read/answer-kind.ts';
import { foreignViolations, hasSuccessOf } from '../read/foreign-values.ts';
import { hasNoStore, hasPragmaNoCache, headerValues } from '../read/headers.ts';
import { tokenOperations } from '../read/operations.ts';
import { repeatedMember } from '../read/repeated-member.ts';
import { formValues, requestText } from '../read/request.ts';
import { show } from '../read/show.ts';
import { isTokenResponse, tokenOf } from '../read/tokens.ts';
import type { Answered, AnswerRule, AttemptRule, Rule } from '../rule.ts';

/** `no-cache` and `private` still let a cache store the token. */
export const tokenAnswerNoStore: AnswerRule = {
  on: 'answer',
  id: 'token.answer.no-store',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '5.1' },
  claim: 'forbids caches to store an answer with tokens',
  operations: tokenOperations,
  appliesTo: mayHoldTokens,
  judge: ({ response }) =>
    hasNoStore(response)
      ? []
      : [
          {
            at: 'header Cache-Control',
            expected: 'no-store',
            actual: show(headerValues(response, 'cache-control').join(', ') || undefined),
          },
        ],
};

function mayHoldTokens({ case: { aspect }, response }: Answered): boolean {
  return response.status === 200 && aspect !== 'method';
}

/**
 * RFC 6749 says MUST. But only caches of HTTP/1.0 need it, and RFC 9111 section 5.4 deprecates it: hence a SHOULD.
 */
export const tokenAnswerPragma: AnswerRule = {
  on: 'answer',
  id: 'token.answer.pragma-no-cache',
  level: 'SHOULD',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '5.1' },
  claim: 'tells old caches, too, to store no answer with tokens',
  operations: tokenOperations,
  appliesTo: mayHoldTokens,
  judge: ({ response }) =>
    hasPragmaNoCache(response)
      ? []
      : [
          {
            at: 'header Pragma',
            expected: 'no-cache',
            actual: show(headerValues(response, 'pragma').join(', ') || undefined),
          },
        ],
};

/** Two clients may take different values from one answer. Members inside others are no parameters of OAuth. */
export const tokenAnswerUniqueMembers: AnswerRule = {
  on: 'answer',
  id: 'token.answer.unique-members',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '3.2' },
  claim: 'includes no parameter of a token response more than once',
  operations: ['oauth_token_post'],
  appliesTo: isTokenResponse,
  judge: ({ response: { text, json } }) => {
    const name = repeatedMember(text ?? '', json, 'outermost');
    return name === null
      ? []
      : [{ at: '', expected: 'each parameter once', actual: `${show(name)} more than once` }];
  },
};

/** The value is case-insensitive. A value that is not a string is left to the schema rule. */
export const typeBearer: AnswerRule = {
  on: 'answer',
  id: 'token.type.bearer',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'OauthToken' },
  claim: 'issues Bearer tokens',
  operations: tokenOperations,
  appliesTo: (answered) => typeof tokenOf(answered)?.value['token_type'] === 'string',
  judge: (answered) => {
    const token = tokenOf(answered);
    const type = token?.value['token_type'];
    return typeof type === 'string' && type.toLowerCase() === 'bearer'
      ? []
      : [{ at: `${token?.at ?? ''}/token_type`, expected: '"bearer"', actual: show(type) }];
  },
};

/** OAuth defines the answers of the token endpoint. `generate_token` is the contract's own, judged by the next rule. */
export const expiresInDigits: AnswerRule = {
  on: 'answer',
  id: 'token.expires-in.digits',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: 'appendix A.14' },
  claim: 'tells a lifetime in digits alone, without a minus sign',
  operations: ['oauth_token_post'],
  appliesTo: (answered) => Number.isInteger(tokenOf(answered)?.value['expires_in']),
  judge: (answered) => {
    const token = tokenOf(answered);
    return isNegative(token?.value['expires_in'])
      ? [
          {
            at: `${token?.at ?? ''}/expires_in`,
            expected: 'digits alone',
            actual: show(token?.value['expires_in']),
          },
        ]
      : [];
  },
};

function isNegative(seconds: unknown): boolean {
  return typeof seconds === 'number' && seconds < 0;
}

/** One year. A larger value is in milliseconds by mistake, or is no real limit. */
const longestSeconds = 31_536_000;

/** If the request asked for a lifetime, the target may grant one that long, but not one that is already over. */
export const expiresInPositive: AnswerRule = {
  on: 'answer',
  id: 'token.expires-in.positive',
  level: 'SHOULD',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '5.1' },
  claim: 'issues tokens with a lifetime above zero and up to a year',
  operations: tokenOperations,
  // A lifetime below zero violates a MUST at the token endpoint, and is told by that rule.
  appliesTo: (answered) => {
    const seconds = tokenOf(answered)?.value['expires_in'];
    return (
      typeof seconds === 'number' && !(answered.operation.id === 'oauth_token_post' && isNegative(seconds))
    );
  },
  judge: (answered) => {
    const token = tokenOf(answered);
    const seconds = token?.value['expires_in'];
    const isAsked = (): boolean => requestText(answered.exchange.request).includes('expires_in');
    return typeof seconds === 'number' && seconds > 0 && (seconds <= longestSeconds || isAsked())
      ? []
      : [
          {
            at: `${token?.at ?? ''}/expires_in`,
            expected: `1 to ${longestSeconds} seconds`,
            actual: show(seconds),
          },
        ];
  },
};

/**
 * An unknown client may also get a 400 (RFC 6749 section 5.2). A wrong secret may not, unless it is malformed: the next
 * rule.
 */
export const clientUnauthorized: AnswerRule = {
  on: 'answer',
  id: 'token.client.unauthorized',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers 401 to a client that fails to authenticate',
  operations: ['oauth_token_post'],
  appliesTo: ({ case: { aspect, breakage, expectation }, response }) =>
    expectation === 'refuse' &&
    (aspect === 'grant' || aspect === 'client-id') &&
    (breakage?.at === 'form:client_secret' || breakage?.at === 'form:client_id') &&
    response.status >= 400 &&
    response.status < 500 &&
    !isThrottled(response),
  judge: ({ case: { breakage }, exchange, response: { status } }) =>
    status === 401 ||
    (status === 400 && (breakage?.at === 'form:client_id' || sendsMalformedSecret(exchange)))
      ? []
      : [{ at: 'status', expected: '401', actual: String(status) }],
};

/** Whether the secret is not of VSCHAR (RFC 6749 appendix A.2), so that no client can have it. */
function sendsMalformedSecret(exchange: Exchange): boolean {
  return formValues(exchange, 'client_secret').some((secret) => !isVisible(secret));
}

/** The contract has 401 for a bad client, and RFC 6749 section 5.2 has 400 for a malformed request. */
export const malformedSecretUnauthorized: AnswerRule = {
  on: 'answer',
  id: 'token.malformed-secret.unauthorized',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers 401 to a client secret that is malformed, too',
  operations: ['oauth_token_post'],
  appliesTo: ({ case: { breakage }, exchange, response: { status } }) =>
    breakage?.at === 'form:client_secret' &&
    (status === 400 || status === 401) &&
    sendsMalformedSecret(exchange),
  judge: ({ response: { status } }) =>
    status === 401 ? [] : [{ at: 'status', expected: '401', actual: String(status) }],
};

const grantMembers: ReadonlySet<string> = new Set(['form:code', 'form:refresh_token', 'form:redirect_uri']);

/** A code or refresh token that is unknown, used, revoked or another client's, or a different redirect URI. */
export const grantBadRequest: AnswerRule = {
  on: 'answer',
  id: 'token.grant.bad-request',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers 400 to a grant that is not good',
  operations: ['oauth_token_post'],
  appliesTo: ({ case: { aspect, breakage, expectation }, response }) =>
    expectation === 'refuse' &&
    aspect === 'grant' &&
    grantMembers.has(breakage?.at ?? '') &&
    response.status >= 400 &&
    response.status < 500 &&
    !isThrottled(response),
  judge: ({ response: { status } }) =>
    status === 400 ? [] : [{ at: 'status', expected: '400', actual: String(status) }],
};

/**
 * One token may serve several grants of a client, and a refresh token may stay the same. Two clients never share one.
 */
export const tokenValueNew: AttemptRule = {
  on: 'attempt',
  id: 'token.value.new',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '10.4' },
  claim: 'hands out no token that another client was given',
  operations: [...tokenOperations, 'oauth_revoke_token_post', 'session'],
  judgesUnset: true,
  appliesTo: (attempt) => hasSuccessOf(attempt, tokenOperations),
  judge: (attempt) =>
    foreignViolations(
      attempt,
      'a token of its own',
      { earlier: 'one that another client was given' },
      (at) => at !== '/client_id',
    ),
};

export const tokenAnswerRules: readonly Rule[] = [
  tokenAnswerNoStore,
  tokenAnswerPragma,
  tokenAnswerUniqueMembers,
  typeBearer,
  expiresInDigits,
  expiresInPositive,
  clientUnauthorized,
  malformedSecretUnauthorized,
  grantBadRequest,
  tokenValueNew,
];
