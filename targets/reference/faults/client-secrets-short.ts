import { randomText } from '../behaviour.ts';
import type { Fault } from './fault.ts';

/** Client secrets have 24 random bits. */
export const fault: Fault = {
  id: 'client-secrets-short',
  description: 'Client secrets have 24 random bits.',
  trips: ['client.secret.unguessable'],
  operations: ['oauth_client_post'],
  install: (behaviour) => {
    behaviour.newClientSecret = () => randomText(3);
  },
};
