import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** The client of a generated token has a name of its own. */
export const fault: Fault = {
  id: 'generated-name-lost',
  description: 'The client of a generated token has a name of its own.',
  trips: ['generate.client.as-asked'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      const client = store.clients.get(String(body['client_id']));
      if (client !== undefined)
        store.putClient({ ...client, client_name: 'generated', client_description: '' });
      return body;
    });
  },
};
