import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

/** A code can be redeemed by any client of the same name. */
export const fault: Fault = {
  id: 'code-for-namesakes',
  description: 'A code can be redeemed by any client of the same name.',
  trips: ['code.client.bound'],
  install: (behaviour) => {
    const names = new Map<string, string>();
    onCall(behaviour, 'all', (call, { store }) => {
      for (const { client_id, client_name } of store.clients.values()) names.set(client_id, client_name);
      return call;
    });
    behaviour.codeFitsClient = (code, client) => names.get(code.clientId) === client.client_name;
  },
};
