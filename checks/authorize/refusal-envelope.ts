import type { AnswerRule } from '../rule.ts';
import { isErrorRedirect } from '../read/is-error-redirect.ts';

/** The way of RFC 6749 section 4.1.2.1 keeps the user safe, but a client of the contract expects the envelope. */
export const refusalEnvelope: AnswerRule = {
  on: 'answer',
  id: 'authorize.refusal.envelope',
  level: 'SHOULD',
  source: { document: 'contract', section: 'responses' },
  claim: 'refuses invalid requests with an envelope, not an error redirect',
  operations: ['oauth_authorize_post'],
  appliesTo: ({ case: { aspect, expectation }, response: { status } }) =>
    expectation === 'refuse' && aspect !== 'method' && status >= 300 && status < 500,
  judge: (answered) =>
    answered.response.status < 400 && isErrorRedirect(answered)
      ? [{ at: 'status', expected: 'a 4xx', actual: `${answered.response.status} with an error` }]
      : [],
};
