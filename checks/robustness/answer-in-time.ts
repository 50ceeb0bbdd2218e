import type { AttemptRule } from '../rule.ts';
import { failedAs, reachedTarget } from '../read/unanswered.ts';

/** How long that is, the run's timeout says. */
export const answerInTime: AttemptRule = {
  on: 'attempt',
  id: 'robustness.answer.in-time',
  level: 'MUST',
  source: { document: 'project', section: 'robustness' },
  claim: 'answers every request in time',
  operations: 'all',
  perBreakage: true,
  appliesTo: reachedTarget,
  judge: (attempt) => failedAs(attempt, ['hang']),
};
