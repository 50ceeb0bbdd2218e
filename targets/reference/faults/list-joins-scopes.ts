import { onEntities } from '../wrap/on-entities.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list leaves out the clients that have no scopes. */
export const fault: Fault = {
  id: 'list-joins-scopes',
  description: 'A list leaves out the clients that have no scopes.',
  trips: ['list.registered.present'],
  operations,
  install: (behaviour) => {
    onEntities(behaviour, (entity) => ([entity['default_scopes']].flat().length > 0 ? entity : []));
  },
};
