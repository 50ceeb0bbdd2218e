import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_put'] as const;

/** An update changes the client that was registered after it too. */
export const fault: Fault = {
  id: 'update-changes-others',
  description: 'An update changes the client that was registered after it too.',
  trips: ['client.others.untouched'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      const ids = [...store.clients.keys()];
      const next = store.clients.get(ids[ids.indexOf(String(body['client_id'])) + 1] ?? '');
      if (next !== undefined) store.putClient({ ...next, client_name: String(body['client_name']) });
      return body;
    });
  },
};
