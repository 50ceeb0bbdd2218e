import type { AttemptRule } from '../rule.ts';
import { failedAs, reachedTarget } from '../read/unanswered.ts';

/** As long as its Content-Length or last chunk says, and in the syntax of HTTP. */
export const answerWhole: AttemptRule = {
  on: 'attempt',
  id: 'robustness.answer.whole',
  level: 'MUST',
  source: { document: 'RFC 9112', section: '8' },
  claim: 'answers with a whole and well-formed message',
  operations: 'all',
  perBreakage: true,
  appliesTo: reachedTarget,
  judge: (attempt) => failedAs(attempt, ['short-body', 'malformed']),
};
