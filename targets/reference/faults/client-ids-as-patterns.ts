import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** A client is read by a pattern of its id. */
export const fault: Fault = {
  id: 'client-ids-as-patterns',
  description: 'A client is read by a pattern of its id.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const [id] = store.clients.keys();
      return id !== undefined && call.clientId === '%25' ? { ...call, clientId: id } : call;
    });
  },
};
