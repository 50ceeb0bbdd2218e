import type { Fault } from './fault.ts';

/** Deleting needs no credentials. */
export const fault: Fault = {
  id: 'auth-missing-on-delete',
  description: 'Deleting needs no credentials.',
  trips: ['auth.credentials.required'],
  operations: ['oauth_client_client_id_delete'],
  install: (behaviour) => {
    behaviour.needsCredentials = (operation) => operation !== 'oauth_client_client_id_delete';
  },
};
