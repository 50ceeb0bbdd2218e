import { onError } from '../wrap/on-error.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post', 'oauth_authorize_post'] as const;

/** Refusals are those of RFC 6749 section 5.2. */
export const fault: Fault = {
  id: 'oauth-error-dialect',
  description: 'Refusals are those of RFC 6749 section 5.2.',
  trips: ['error.envelope.documented'],
  operations,
  install: (behaviour) => {
    onError(behaviour, operations, () => ({
      error: 'invalid_request',
      error_description: 'The request is not valid.',
    }));
  },
};
