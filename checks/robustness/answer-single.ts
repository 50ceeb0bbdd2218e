import type { AttemptRule } from '../rule.ts';
import { reachedTarget } from '../read/unanswered.ts';

/**
 * Answers belong to requests by their order alone: a second answer, or bytes beyond the declared length, would be taken
 * for the answer to the next request, which may be another user's. Empty lines and the 408 that closes an idle
 * connection are none.
 */
export const answerSingle: AttemptRule = {
  on: 'attempt',
  id: 'robustness.answer.single',
  level: 'MUST',
  source: { document: 'RFC 9112', section: '9.2' },
  claim: 'sends one answer to a request, and nothing after it',
  operations: 'all',
  perBreakage: true,
  appliesTo: reachedTarget,
  judge: ({ exchange: { unsolicited } }) => (unsolicited === undefined ? [] : [violations[unsolicited]]),
};

// Two places, so that one which was told too late does not hide one that shows again when its case is sent again.
const violations = {
  after: {
    at: '',
    expected: 'nothing after the answer',
    actual: 'more on the connection, which no request asked for',
  },
  before: {
    at: 'status',
    expected: 'nothing between two answers',
    actual: 'more on the connection after an earlier answer, as a rule to another case',
  },
} as const;
