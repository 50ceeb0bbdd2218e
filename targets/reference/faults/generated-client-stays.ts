import { onSuccess } from '../wrap/on-success.ts';
import type { Client } from '../store.ts';
import type { Fault } from './fault.ts';

/** The deletion of a generated client is answered and not done. */
export const fault: Fault = {
  id: 'generated-client-stays',
  description: 'The deletion of a generated client is answered and not done.',
  trips: ['generate.client.deletable'],
  operations: ['oauth_client_client_id_delete'],
  install: (behaviour) => {
    const generated = new Map<string, Client>();
    onSuccess(behaviour, ['oauth_generate_token_post'], (body, _call, { store }) => {
      const client = store.clients.get(String(body['client_id']));
      if (client !== undefined) generated.set(client.client_id, client);
      return body;
    });
    onSuccess(behaviour, ['oauth_client_client_id_delete'], (body, call, { store }) => {
      const client = generated.get(call.clientId);
      if (client !== undefined) store.putClient(client);
      return body;
    });
  },
};
