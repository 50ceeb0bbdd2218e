import type { Fault } from './fault.ts';

/** The token endpoint asks for client credentials only. */
export const fault: Fault = {
  id: 'auth-missing-on-token',
  description: 'The token endpoint asks for client credentials only.',
  trips: ['auth.credentials.required'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.needsCredentials = (operation) => operation !== 'oauth_token_post';
  },
};
