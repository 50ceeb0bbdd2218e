import type { AttemptRule } from '../rule.ts';
import { failedAs, reachedTarget } from '../read/unanswered.ts';

/** A server may close a connection that it has answered on, but not in place of an answer. */
export const connectionKept: AttemptRule = {
  on: 'attempt',
  id: 'robustness.connection.kept',
  level: 'MUST',
  source: { document: 'project', section: 'robustness' },
  claim: 'answers a request before it closes the connection',
  operations: 'all',
  perBreakage: true,
  appliesTo: reachedTarget,
  judge: (attempt) => failedAs(attempt, ['reset']),
};
