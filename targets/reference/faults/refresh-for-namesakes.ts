import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

/** A refresh token works for any client of the same name. */
export const fault: Fault = {
  id: 'refresh-for-namesakes',
  description: 'A refresh token works for any client of the same name.',
  trips: ['refresh.client.bound'],
  install: (behaviour) => {
    const names = new Map<string, string>();
    onCall(behaviour, 'all', (call, { store }) => {
      for (const { client_id, client_name } of store.clients.values()) names.set(client_id, client_name);
      return call;
    });
    behaviour.refreshFitsClient = (token, client) => names.get(token.grant.clientId) === client.client_name;
  },
};
