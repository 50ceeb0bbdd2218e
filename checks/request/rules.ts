import { isSingleRequest, mainStep } from '../../generators/case.ts';
import { suiteIds } from '../../spec/operation-ids.ts';
import { isThrottled } from '../read/answer-kind.ts';
import { confirms, isErrorPage, isErrorRedirect } from '../read/authorization.ts';
import { mainRequestBody } from '../read/request.ts';
import { show } from '../read/show.ts';
import { statusText } from '../read/status-text.ts';
import { settledAnswer, succeeded, wasRefused } from '../read/steps.ts';
import { refusesByRedirect } from '../read/told.ts';
import type { Answered, AnswerRule, Rule } from '../rule.ts';

/** The maximum list length in those builds of the OpenAPI document that set one. */
const longestPage = 500;

/** A 5xx violates `robustness.server-error.none`, and another success status `response.status.documented`. */
export const validAccepted: AnswerRule = {
  on: 'answer',
  id: 'request.valid.accepted',
  level: 'MUST',
  mockLevel: 'validation',
  differenceClass: 'too strict',
  needs: [],
  source: { document: 'contract', section: 'parameters' },
  claim: 'accepts a request that the contract makes valid',
  operations: 'all',
  appliesTo: (answered) =>
    answered.case.expectation === 'accept' && !isThrottled(answered.response) && !mayRefuse(answered),
  judge: ({ operation, exchange, response: { status } }) => {
    const isRefused =
      status >= 400 || (operation.id === 'oauth_authorize_post' && refusesByRedirect(exchange));
    return isRefused && status < 500
      ? [{ at: 'status', expected: operation.documentedSuccesses.join(' or '), actual: statusText(exchange) }]
      : [];
  },
};

/**
 * A login may be refused if the target has no identity provider, but not because of valid credentials. A callback may
 * be refused because no provider issued its code. Without consent there is nothing to grant. Pages longer than any
 * build of the OpenAPI document allows may be refused or cut.
 */
function mayRefuse(answered: Answered): boolean {
  switch (answered.operation.id) {
    case 'oauth_adfs_login_get':
    case 'oauth_idp_login_get':
      return answered.response.status >= 400 && answered.response.status !== 401;
    case 'oauth_idp_callback_get':
      return answered.response.status >= 400;
    case 'oauth_authorize_post':
      return !confirms(answered, 'yes');
    case 'oauth_client_list_post':
      return Number(mainRequestBody(answered.case)?.['length']) > longestPage;
    default:
      return false;
  }
}

/**
 * Credentials, methods and sequences have their own rules. A 5xx is not a refusal: it violates a robustness rule. Requests
 * that may end the target are driven with the sessions.
 */
export const invalidRefused: AnswerRule = {
  on: 'answer',
  id: 'request.invalid.refused',
  level: 'MUST',
  mockLevel: 'validation',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'contract', section: 'parameters' },
  claim: 'refuses a request that the contract makes invalid',
  operations: suiteIds,
  perBreakage: true,
  appliesTo: ({ case: testCase, response: { status } }) =>
    isSingleRequest(testCase) &&
    testCase.expectation === 'refuse' &&
    testCase.aspect !== 'credentials' &&
    testCase.aspect !== 'method' &&
    status < 500,
  judge: (answered) =>
    isRefusal(answered) ? [] : [{ at: 'status', expected: 'a 4xx', actual: statusText(answered.exchange) }],
};

function isRefusal(answered: Answered): boolean {
  const { status } = answered.response;
  if (status >= 400) return true;
  switch (answered.operation.id) {
    case 'oauth_authorize_post':
      return isErrorRedirect(answered) || isErrorPage(answered);
    case 'oauth_revoke_token_post':
      // RFC 7009 section 2.2 answers 200 to an unknown token: see `revoke.unknown.documented`.
      return status === 200 && answered.case.aspect === 'grant';
    default:
      // A gateway may redirect an unusual path to its normalised form, which says nothing about the resource there.
      return answered.case.aspect === 'path' && status >= 300;
  }
}

/** Without a Content-Type, a recipient may inspect the content (RFC 9110 section 8.3), so that is not judged. */
export const mediaTypeRefused: AnswerRule = {
  on: 'answer',
  id: 'request.media-type.refused',
  level: 'SHOULD',
  mockLevel: 'validation',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 9110', section: '15.5.16' },
  claim: 'refuses a JSON body that is labelled as another media type',
  operations: [
    'oauth_client_post',
    'oauth_client_list_post',
    'oauth_client_client_id_put',
    'oauth_generate_token_post',
  ],
  appliesTo: ({ case: testCase, response: { status } }) =>
    testCase.aspect === 'media-type' &&
    testCase.expectation !== 'accept' &&
    status < 500 &&
    (mainStep(testCase).request.body?.mediaType ?? null) !== null,
  judge: ({ case: testCase, exchange, response: { status } }) =>
    status >= 400
      ? []
      : [
          {
            at: 'status',
            expected: '415 or another 4xx',
            actual: `${statusText(exchange)} to ${show(mainStep(testCase).request.body?.mediaType)}`,
          },
        ],
};

/**
 * Names of schemes (section 11.1), of header fields (5.1), media types and their parameters (8.3.1) and charsets (8.3.2)
 * mean the same in any case. A request that is refused in its usual form, too, tells nothing.
 */
export const caseIgnored: AnswerRule = {
  on: 'answer',
  id: 'request.case.ignored',
  level: 'MUST',
  mockLevel: 'validation',
  differenceClass: 'too strict',
  needs: [],
  source: { document: 'RFC 9110', section: '5.1' },
  claim: 'takes names of schemes, headers and media types in any case',
  operations: 'all',
  appliesTo: (answered) =>
    answered.case.family.startsWith('valid.case.') &&
    (succeeded(answered, 'main') || isRefusedForForm(answered) || isUnauthorizedForForm(answered)),
  judge: (answered) =>
    isRefusedForForm(answered) || isUnauthorizedForForm(answered)
      ? [
          {
            at: 'status',
            expected: 'the answer to the same request in its usual form',
            actual: statusText(answered.exchange),
          },
        ]
      : [],
};

function isRefusedForForm(answered: Answered): boolean {
  return wasRefused(answered, 'main') && succeeded(answered, 'control');
}

/** A request may be refused for its values, but then after the same credentials were accepted. */
function isUnauthorizedForForm(answered: Answered): boolean {
  const control = settledAnswer(answered, 'control')?.status;
  return settledAnswer(answered, 'main')?.status === 401 && control !== undefined && control !== 401;
}

export const requestRules: readonly Rule[] = [validAccepted, caseIgnored, invalidRefused, mediaTypeRefused];
