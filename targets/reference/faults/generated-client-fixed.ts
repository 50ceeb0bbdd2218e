import { Refusal } from '../refusal.ts';
import { concerns } from '../wrap/concerns.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_put', 'oauth_client_client_id_delete'] as const;

/** The client of a generated token can be read, and neither updated nor deleted. */
export const fault: Fault = {
  id: 'generated-client-fixed',
  description: 'The client of a generated token can be read, and neither updated nor deleted.',
  trips: ['generate.client.manageable'],
  operations,
  install: (behaviour) => {
    behaviour.preconditions.push((call, { store }) => {
      const client = store.clients.get(call.clientId);
      if (concerns(operations, call) && client?.redirect_uris.length === 0)
        throw new Refusal(404, 'ENTITY_NOT_FOUND', 'The client does not exist.');
    });
  },
};
