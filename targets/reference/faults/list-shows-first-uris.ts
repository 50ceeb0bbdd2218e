import { onEntities } from '../wrap/on-entities.ts';
import { registrations } from '../wrap/registrations.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post', 'oauth_client_list_post'] as const;

/** A list shows the redirect URIs that a client was registered with. */
export const fault: Fault = {
  id: 'list-shows-first-uris',
  description: 'A list shows the redirect URIs that a client was registered with.',
  trips: ['list.entity.equals-read'],
  operations,
  install: (behaviour) => {
    const first = registrations(behaviour);
    onEntities(behaviour, (entity) => ({
      ...entity,
      redirect_uris: (first.get(entity['client_id']) ?? entity)['redirect_uris'],
    }));
  },
};
