import type { AnswerRule } from '../rule.ts';
import { show } from '../read/show.ts';
import { statusEnvelope } from '../read/status-envelope.ts';

/** The contract says 3.1.0; gateways have been recorded to send 3.1 and 3.0. */
const version3 = /^3\.\d+(?:\.\d+)?$/;

/** Leaving it out is lawful, and a version that is no text violates another rule. */
export const apiVersionKnown: AnswerRule = {
  on: 'answer',
  id: 'error.api-version.known',
  level: 'SHOULD',
  source: { document: 'contract', section: 'api_version' },
  claim: 'answers errors with a version 3 of the API, where it names one',
  operations: 'all',
  appliesTo: (answered) => typeof statusEnvelope(answered)?.['api_version'] === 'string',
  judge: (answered) => {
    const version = statusEnvelope(answered)?.['api_version'];
    return typeof version === 'string' && version3.test(version)
      ? []
      : [{ at: '/api_version', expected: 'such as "3.1"', actual: show(version) }];
  },
};
