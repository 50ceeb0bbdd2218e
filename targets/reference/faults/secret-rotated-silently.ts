import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_put'] as const;

/** An update rotates the secret and answers the old one. */
export const fault: Fault = {
  id: 'secret-rotated-silently',
  description: 'An update rotates the secret and answers the old one.',
  trips: ['token.current-secret.accepted'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      const client = store.clients.get(String(body['client_id']));
      if (client !== undefined) store.putClient({ ...client, client_secret: behaviour.newClientSecret() });
      return body;
    });
  },
};
