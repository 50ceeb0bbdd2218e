import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

/** The id of a deleted client is given to the next one of its name. */
export const fault: Fault = {
  id: 'client-ids-reused',
  description: 'The id of a deleted client is given to the next one of its name.',
  trips: ['client.id.never-reused'],
  operations: ['oauth_client_post'],
  install: (behaviour) => {
    const free = new Map<string, string>();
    onSuccess(behaviour, ['oauth_client_client_id_delete'], (body) => {
      free.set(String(body['client_name']), String(body['client_id']));
      return body;
    });
    onSuccess(behaviour, ['oauth_client_post'], (body, _call, { store }) => {
      const id = free.get(String(body['client_name']));
      const client = store.clients.get(String(body['client_id']));
      if (id === undefined || client === undefined) return body;
      free.delete(client.client_name);
      store.removeClient(client.client_id, false);
      store.putClient({ ...client, client_id: id });
      return { ...body, client_id: id };
    });
  },
};
