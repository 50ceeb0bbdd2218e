import { onEntities } from '../wrap/on-entities.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post', 'oauth_client_list_post'] as const;

/** A list shows the redirect URIs that a client was registered with. */
export const fault: Fault = {
  id: 'list-shows-first-uris',
  description: 'A list shows the redirect URIs that a client was registered with.',
  trips: ['list.entity.equals-read'],
  operations,
  install: (behaviour) => {
    const first = new Map<unknown, unknown>();
    onSuccess(behaviour, ['oauth_client_post'], (body) => {
      first.set(body['client_id'], body['redirect_uris']);
      return body;
    });
    onEntities(behaviour, (entity) => ({
      ...entity,
      redirect_uris: first.get(entity['client_id']) ?? entity['redirect_uris'],
    }));
  },
};
