import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** A client is read by its id in any case. */
export const fault: Fault = {
  id: 'client-ids-in-any-case',
  description: 'A client is read by its id in any case.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const id = [...store.clients.keys()].find(
        (known) => known.toLowerCase() === call.clientId.toLowerCase(),
      );
      return id === undefined ? call : { ...call, clientId: id };
    });
  },
};
