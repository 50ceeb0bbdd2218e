import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post'] as const;

/** A registration echoes the description whole and keeps 255 characters of it. */
export const fault: Fault = {
  id: 'description-cut-when-stored',
  description: 'A registration echoes the description whole and keeps 255 characters of it.',
  trips: ['client.registration.stored'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      const client = store.clients.get(String(body['client_id']));
      if (client !== undefined)
        store.putClient({ ...client, client_description: client.client_description.slice(0, 255) });
      return body;
    });
  },
};
