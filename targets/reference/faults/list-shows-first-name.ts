import { onEntities } from '../wrap/on-entities.ts';
import { registrations } from '../wrap/registrations.ts';
import type { Fault } from './fault.ts';

/** Lists show the name that a client was registered under. */
export const fault: Fault = {
  id: 'list-shows-first-name',
  description: 'Lists show the name that a client was registered under.',
  trips: ['list.entity.equals-read'],
  operations: ['oauth_client_list_post'],
  install: (behaviour) => {
    const first = registrations(behaviour);
    onEntities(behaviour, (entity) => ({
      ...entity,
      client_name: (first.get(entity['client_id']) ?? entity)['client_name'],
    }));
  },
};
