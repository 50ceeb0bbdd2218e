import type { AnswerRule } from '../rule.ts';
import { isThrottled } from '../read/is-throttled.ts';

/** An unknown client may be a bad request, too (RFC 6749 section 5.2); a wrong secret may not. */
export const clientUnauthorized: AnswerRule = {
  on: 'answer',
  id: 'token.client.unauthorized',
  level: 'MUST',
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
  judge: ({ case: { breakage }, response: { status } }) =>
    status === 401 || (status === 400 && breakage?.at === 'form:client_id')
      ? []
      : [{ at: 'status', expected: '401', actual: String(status) }],
};
