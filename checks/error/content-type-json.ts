import type { AnswerRule } from '../rule.ts';
import { errorDuty } from '../read/error-duty.ts';
import { headerValues } from '../read/header-values.ts';
import { mediaTypeOf } from '../read/media-type-of.ts';
import { show } from '../read/show.ts';
import { statusEnvelope } from '../read/status-envelope.ts';

/** An error without an envelope violates another rule already. */
export const errorContentTypeJson: AnswerRule = {
  on: 'answer',
  id: 'error.content-type.json',
  level: 'MUST',
  source: { document: 'contract', section: 'produces' },
  claim: 'labels its status envelope as application/json',
  operations: 'all',
  appliesTo: (answered) =>
    answered.response.status >= 400 &&
    errorDuty(answered) === 'operation' &&
    statusEnvelope(answered) !== null,
  judge: ({ response }) =>
    mediaTypeOf(response) === 'application/json'
      ? []
      : [
          {
            at: 'header Content-Type',
            expected: 'application/json',
            actual: show(headerValues(response, 'content-type').join(', ') || undefined),
          },
        ],
};
