import type { AnswerRule } from '../rule.ts';
import { isThrottled } from '../read/is-throttled.ts';

/** The contract closes the list of hints; RFC 7009 section 2.2.1 lets a target ignore one that it does not know. */
export const revokeHintEnforced: AnswerRule = {
  on: 'answer',
  id: 'revoke.hint.enforced',
  level: 'SHOULD',
  source: { document: 'contract', section: 'oauth_revoke_token_post' },
  claim: 'refuses a token type hint that the contract does not list',
  operations: ['oauth_revoke_token_post'],
  appliesTo: ({ case: { breakage }, response }) =>
    breakage?.kind === 'query.outside-enum' &&
    breakage.at === 'query:token_type_hint' &&
    response.status < 500 &&
    !isThrottled(response),
  judge: ({ response: { status } }) =>
    status >= 400 ? [] : [{ at: 'status', expected: 'a 4xx', actual: String(status) }],
};
