import { clientNames } from '../wrap/client-names.ts';
import type { Fault } from './fault.ts';

/** A refresh token works for any client of the same name. */
export const fault: Fault = {
  id: 'refresh-for-namesakes',
  description: 'A refresh token works for any client of the same name.',
  trips: ['refresh.client.bound'],
  install: (behaviour) => {
    const names = clientNames(behaviour);
    behaviour.refreshFitsClient = (token, client) => names.get(token.grant.clientId) === client.client_name;
  },
};
