import type { Fault } from './fault.ts';

/** The list is public. */
export const fault: Fault = {
  id: 'auth-missing-on-list',
  description: 'The list is public.',
  trips: ['auth.credentials.required'],
  operations: ['oauth_client_list_post'],
  install: (behaviour) => {
    behaviour.needsCredentials = (operation) => operation !== 'oauth_client_list_post';
  },
};
