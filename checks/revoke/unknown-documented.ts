import type { AnswerRule } from '../rule.ts';
import { isOfUnknownToken } from '../read/is-of-unknown-token.ts';

/** The contract's 404, or the 200 of RFC 7009 section 2.2, which `revoke.unknown.not-found` warns of. */
export const revokeUnknownDocumented: AnswerRule = {
  on: 'answer',
  id: 'revoke.unknown.documented',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'answers 404 to the revocation of an unknown token, or 200 as the standard',
  operations: ['oauth_revoke_token_post'],
  appliesTo: isOfUnknownToken,
  judge: ({ response: { status } }) =>
    status === 404 || status === 200
      ? []
      : [{ at: 'status', expected: '404 (or 200)', actual: String(status) }],
};
