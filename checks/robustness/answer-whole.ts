import type { Attempt, AttemptRule, Violation } from '../rule.ts';
import { failedAs, reachedTarget } from '../read/unanswered.ts';

/** As long as its Content-Length or last chunk says, and in the syntax of HTTP. */
export const answerWhole: AttemptRule = {
  on: 'attempt',
  id: 'robustness.answer.whole',
  level: 'MUST',
  source: { document: 'RFC 9110', section: '2.2' },
  claim: 'answers with a whole and well-formed message',
  operations: 'all',
  perBreakage: true,
  appliesTo: reachedTarget,
  judge: (attempt) => [...failedAs(attempt, ['short-body', 'malformed']), ...withoutEnd(attempt)],
};

/** A list may be as long as there are clients; everything else that goes on and on is no answer. */
function withoutEnd({ operation, exchange: { response } }: Attempt): readonly Violation[] {
  return response?.isCut === true && operation.id !== 'oauth_client_list_post'
    ? [{ at: '', expected: 'a body that ends', actual: 'more than is read of any answer' }]
    : [];
}
