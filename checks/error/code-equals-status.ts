import type { AnswerRule } from '../rule.ts';
import { show } from '../read/show.ts';
import { statusEnvelope } from '../read/status-envelope.ts';

/** The contract calls it "the HTTP error code". */
export const codeEqualsStatus: AnswerRule = {
  on: 'answer',
  id: 'error.code.equals-status',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_status' },
  claim: 'answers errors with the status as their code',
  operations: 'all',
  appliesTo: (answered) => statusEnvelope(answered) !== null,
  judge: (answered) => {
    const code = statusEnvelope(answered)?.['code'];
    const { status } = answered.response;
    return code === status ? [] : [{ at: '/code', expected: String(status), actual: show(code) }];
  },
};
