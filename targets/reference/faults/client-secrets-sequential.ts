import type { Fault } from './fault.ts';

/** Client secrets are numbers in sequence. */
export const fault: Fault = {
  id: 'client-secrets-sequential',
  description: 'Client secrets are numbers in sequence.',
  trips: ['client.secret.unguessable'],
  operations: ['oauth_client_post'],
  install: (behaviour) => {
    let count = 0;
    behaviour.newClientSecret = () => `secret-${String(++count).padStart(24, '0')}`;
  },
};
