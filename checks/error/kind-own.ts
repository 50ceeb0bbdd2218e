import type { AnswerRule } from '../rule.ts';
import { errorDuty } from '../read/error-duty.ts';
import { show } from '../read/show.ts';
import { statusEnvelope } from '../read/status-envelope.ts';

/** Drift: gateways have been recorded to leave the kind out. */
export const kindOwn: AnswerRule = {
  on: 'answer',
  id: 'error.kind.own',
  level: 'MAY',
  source: { document: 'contract', section: 'oauth_status' },
  claim: 'answers errors of the kind that its own model has',
  operations: 'all',
  appliesTo: (answered) => errorDuty(answered) === 'operation' && statusEnvelope(answered) !== null,
  judge: (answered) => {
    const kind = statusEnvelope(answered)?.['kind'];
    const own = answered.operation.path.startsWith('/oauth/client') ? 'oauth_client' : 'oauth';
    return kind === own ? [] : [{ at: '/kind', expected: show(own), actual: show(kind) }];
  },
};
