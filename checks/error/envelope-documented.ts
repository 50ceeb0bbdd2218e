import type { AnswerRule } from '../rule.ts';
import { errorDialect } from '../read/error-dialect.ts';
import { errorDuty } from '../read/error-duty.ts';
import { statusEnvelope } from '../read/status-envelope.ts';

/** The `error` object of RFC 6749 section 5.2 is another dialect: where the contract speaks, it wins. */
export const envelopeDocumented: AnswerRule = {
  on: 'answer',
  id: 'error.envelope.documented',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'refuses a request with the documented status envelope',
  operations: 'all',
  appliesTo: (answered) =>
    answered.response.status >= 400 && !answered.response.isCut && errorDuty(answered) === 'operation',
  judge: (answered) =>
    statusEnvelope(answered) === null
      ? [{ at: '', expected: 'a status envelope', actual: errorDialect(answered.response) }]
      : [],
};
