import type { AnswerRule } from '../rule.ts';
import { show } from '../read/show.ts';
import { statusEnvelope } from '../read/status-envelope.ts';

/** The schema requires no member of the envelope, but its text and every recorded error agree. */
export const stateError: AnswerRule = {
  on: 'answer',
  id: 'error.state.error',
  level: 'MUST',
  source: { document: 'contract', section: 'message_resource' },
  claim: 'answers errors with the state ERROR',
  operations: 'all',
  appliesTo: (answered) => statusEnvelope(answered) !== null,
  judge: (answered) => {
    const state = statusEnvelope(answered)?.['state'];
    return state === 'ERROR' ? [] : [{ at: '/state', expected: '"ERROR"', actual: show(state) }];
  },
};
