import type { AnswerRule } from '../rule.ts';
import { isOfUnknownToken } from '../read/is-of-unknown-token.ts';

/** RFC 7009 section 2.2 answers 200, the contract documents 404: a target that follows the RFC is warned of it. */
export const revokeUnknownNotFound: AnswerRule = {
  on: 'answer',
  id: 'revoke.unknown.not-found',
  level: 'SHOULD',
  source: { document: 'contract', section: 'responses' },
  claim: 'answers 404 to the revocation of a token that it does not know',
  operations: ['oauth_revoke_token_post'],
  appliesTo: isOfUnknownToken,
  judge: ({ response: { status } }) =>
    status === 404 ? [] : [{ at: 'status', expected: '404', actual: String(status) }],
};
