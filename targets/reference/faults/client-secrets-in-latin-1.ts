import { randomText } from '../behaviour.ts';
import type { Fault } from './fault.ts';

/** Client secrets hold characters that are not printable ASCII. */
export const fault: Fault = {
  id: 'client-secrets-in-latin-1',
  description: 'Client secrets hold characters that are not printable ASCII.',
  trips: ['client.secret.visible'],
  operations: ['oauth_client_post'],
  install: (behaviour) => {
    behaviour.newClientSecret = () => `${randomText(24)}\u00e9`;
  },
};
