import type { Fault } from './fault.ts';

/** All clients have the same secret. */
export const fault: Fault = {
  id: 'client-secrets-constant',
  description: 'All clients have the same secret.',
  trips: ['client.secret.unique'],
  operations: ['oauth_client_post'],
  install: (behaviour) => {
    behaviour.newClientSecret = () => 'cf136dc3c1fc93f31185e5885805d';
  },
};
