import { randomText } from '../behaviour.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post'] as const;

/** Secrets of registered clients have 48 bits; those of generated ones are good. */
export const fault: Fault = {
  id: 'registered-secrets-short',
  description: 'Secrets of registered clients have 48 bits; those of generated ones are good.',
  trips: ['client.secret.unguessable'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      const client = store.clients.get(String(body['client_id']));
      if (client === undefined) return body;
      const secret = randomText(6);
      store.putClient({ ...client, client_secret: secret });
      return { ...body, client_secret: secret };
    });
  },
};
