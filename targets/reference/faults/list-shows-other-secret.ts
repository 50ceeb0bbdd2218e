import { onEntities } from '../wrap/on-entities.ts';
import type { Fault } from './fault.ts';

/** Secrets are masked in lists. */
export const fault: Fault = {
  id: 'list-shows-other-secret',
  description: 'Secrets are masked in lists.',
  trips: ['list.entity.equals-read'],
  operations: ['oauth_client_list_post'],
  install: (behaviour) => {
    onEntities(behaviour, (entity) => ({ ...entity, client_secret: '********' }));
  },
};
