import type { Answered, AnswerRule } from '../rule.ts';
import { isErrorRedirect } from '../read/is-error-redirect.ts';

/** Credentials and methods have rules of their own, and a 5xx is no refusal: it violates a rule on robustness. */
export const invalidRefused: AnswerRule = {
  on: 'answer',
  id: 'request.invalid.refused',
  level: 'MUST',
  source: { document: 'contract', section: 'parameters' },
  claim: 'refuses a request that the contract makes invalid',
  operations: 'all',
  perBreakage: true,
  appliesTo: ({ case: { expectation, aspect }, response: { status } }) =>
    expectation === 'refuse' && aspect !== 'credentials' && aspect !== 'method' && status < 500,
  judge: (answered) =>
    isRefusal(answered)
      ? []
      : [{ at: 'status', expected: 'a 4xx', actual: String(answered.response.status) }],
};

function isRefusal(answered: Answered): boolean {
  const { status } = answered.response;
  if (status >= 400) return true;
  switch (answered.operation.id) {
    case 'oauth_authorize_post':
      return isErrorRedirect(answered);
    case 'oauth_revoke_token_post':
      // RFC 7009 section 2.2 answers 200 to a token that it does not know: see `revoke.unknown.documented`.
      return status === 200 && answered.case.aspect === 'grant';
    default:
      // A gateway may redirect an odd path to its plain form, which says nothing of what is found there.
      return answered.case.aspect === 'path' && status >= 300;
  }
}
