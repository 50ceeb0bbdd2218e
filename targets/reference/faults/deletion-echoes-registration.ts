import { onSuccess } from '../wrap/on-success.ts';
import { registrations } from '../wrap/registrations.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post', 'oauth_client_client_id_delete'] as const;

/** A deletion answers with what the client was registered with. */
export const fault: Fault = {
  id: 'deletion-echoes-registration',
  description: 'A deletion answers with what the client was registered with.',
  trips: ['client.lifecycle.remembered'],
  operations,
  install: (behaviour) => {
    const first = registrations(behaviour);
    onSuccess(behaviour, ['oauth_client_client_id_delete'], (body) => ({
      ...body,
      client_description: first.get(body['client_id'])?.['client_description'],
    }));
  },
};
