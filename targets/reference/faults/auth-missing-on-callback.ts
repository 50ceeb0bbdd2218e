import type { Fault } from './fault.ts';

/** The callback is public. */
export const fault: Fault = {
  id: 'auth-missing-on-callback',
  description: 'The callback is public.',
  trips: ['auth.credentials.required'],
  operations: ['oauth_idp_callback_get'],
  install: (behaviour) => {
    behaviour.needsCredentials = (operation) => operation !== 'oauth_idp_callback_get';
  },
};
