import type { AnswerRule } from '../rule.ts';
import { errorDialect } from '../read/error-dialect.ts';
import { errorDuty } from '../read/error-duty.ts';
import { statusEnvelope } from '../read/status-envelope.ts';

/** For credentials, methods, paths and limits of size something else than the application may answer. */
export const envelopeGateway: AnswerRule = {
  on: 'answer',
  id: 'error.envelope.gateway',
  level: 'SHOULD',
  source: { document: 'contract', section: 'responses' },
  claim: 'answers errors of its gateway with a status envelope, too',
  operations: 'all',
  appliesTo: (answered) =>
    answered.response.status >= 400 && !answered.response.isCut && errorDuty(answered) === 'gateway',
  judge: (answered) =>
    statusEnvelope(answered) === null
      ? [{ at: '', expected: 'a status envelope', actual: errorDialect(answered.response) }]
      : [],
};
