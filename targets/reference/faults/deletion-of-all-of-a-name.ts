import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_delete'] as const;

/** A deletion removes all clients of the same name. */
export const fault: Fault = {
  id: 'deletion-of-all-of-a-name',
  description: 'A deletion removes all clients of the same name.',
  trips: ['client.others.untouched'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      for (const client of store.clients.values()) {
        if (client.client_name === body['client_name']) store.removeClient(client.client_id, false);
      }
      return body;
    });
  },
};
