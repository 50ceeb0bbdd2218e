import type { AnswerRule } from '../rule.ts';
import { isThrottled } from '../read/is-throttled.ts';

const grantMembers: ReadonlySet<string> = new Set(['form:code', 'form:refresh_token', 'form:redirect_uri']);

/** A code or refresh token that is unknown, used, revoked or of another client, or another redirect URI. */
export const grantBadRequest: AnswerRule = {
  on: 'answer',
  id: 'token.grant.bad-request',
  level: 'MUST',
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
