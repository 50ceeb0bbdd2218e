import type { AttemptRule } from '../rule.ts';
import { foreignViolations, hasSuccessOf } from '../read/foreign-values.ts';
import { tokenOperations } from '../read/operation-groups.ts';

/** One token may serve several grants of a client, and a refresh token may stay the same; two clients share none. */
export const tokenValueNew: AttemptRule = {
  on: 'attempt',
  id: 'token.value.new',
  level: 'MUST',
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
