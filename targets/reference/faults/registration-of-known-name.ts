import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post'] as const;

/** A registration under a name that is there is answered with the client of that name. */
export const fault: Fault = {
  id: 'registration-of-known-name',
  description: 'A registration under a name that is there is answered with the client of that name.',
  trips: ['client.id.new'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      const known = [...store.clients.values()].find(
        ({ client_name }) => client_name === body['client_name'],
      );
      if (known === undefined || known.client_id === body['client_id']) return body;
      store.removeClient(String(body['client_id']), false);
      return { ...known };
    });
  },
};
