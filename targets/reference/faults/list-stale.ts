import { onEntities } from '../wrap/on-entities.ts';
import { registrations } from '../wrap/registrations.ts';
import type { Fault } from './fault.ts';

/** Lists come from a copy that updates do not reach. */
export const fault: Fault = {
  id: 'list-stale',
  description: 'Lists come from a copy that updates do not reach.',
  trips: ['list.entity.equals-read'],
  operations: ['oauth_client_list_post'],
  install: (behaviour) => {
    const first = registrations(behaviour);
    onEntities(behaviour, (entity) => first.get(entity['client_id']) ?? entity);
  },
};
