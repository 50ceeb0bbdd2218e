import { randomText } from '../behaviour.ts';
import type { Fault } from './fault.ts';

/** Client ids hold characters that are not printable ASCII. */
export const fault: Fault = {
  id: 'client-ids-in-latin-1',
  description: 'Client ids hold characters that are not printable ASCII.',
  trips: ['client.id.visible'],
  operations: ['oauth_client_post'],
  install: (behaviour) => {
    behaviour.newClientId = () => `${randomText(16)}\u00e9`;
  },
};
