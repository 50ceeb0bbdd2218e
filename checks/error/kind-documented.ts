import type { AnswerRule } from '../rule.ts';
import { errorDuty } from '../read/error-duty.ts';
import { show } from '../read/show.ts';
import { statusEnvelope } from '../read/status-envelope.ts';

/** That of the other model, and none at all, are only noted: recorded errors often have none. */
export const kindDocumented: AnswerRule = {
  on: 'answer',
  id: 'error.kind.documented',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_status' },
  claim: 'answers errors of a documented kind, where it names one',
  operations: 'all',
  appliesTo: (answered) =>
    errorDuty(answered) === 'operation' && statusEnvelope(answered)?.['kind'] !== undefined,
  judge: (answered) => {
    const kind = statusEnvelope(answered)?.['kind'];
    return kind === 'oauth' || kind === 'oauth_client'
      ? []
      : [{ at: '/kind', expected: '"oauth" or "oauth_client"', actual: show(kind) }];
  },
};
