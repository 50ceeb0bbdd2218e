import type { AttemptRule } from '../rule.ts';
import { foreignViolations, hasSuccessOf } from '../read/foreign-values.ts';
import { clientOperations, tokenOperations } from '../read/operation-groups.ts';

const reasons = {
  before: 'that of a client which stood there before the run',
  meanwhile: 'that of a client which stood there before the request',
  another: 'one under which there is no client as it was sent',
  earlier: 'that of an earlier registration',
};

/**
 * Whatever the suite is about: whoever answers a registration with a client that was there has the caller change and
 * delete what belongs to somebody else.
 */
export const clientIdNew: AttemptRule = {
  on: 'attempt',
  id: 'client.id.new',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '2.2' },
  claim: 'answers a registration with the id of no client that was there before',
  operations: [
    ...clientOperations,
    ...tokenOperations,
    'oauth_authorize_post',
    'oauth_revoke_token_post',
    'session',
  ],
  judgesUnset: true,
  appliesTo: (attempt) =>
    hasSuccessOf(attempt, ['oauth_client_post', 'oauth_generate_token_post']) || judge(attempt).length > 0,
  judge,
};

function judge(attempt: Parameters<AttemptRule['judge']>[0]): ReturnType<AttemptRule['judge']> {
  return foreignViolations(attempt, 'the id of a new client', reasons, (at) => at === '/client_id');
}
