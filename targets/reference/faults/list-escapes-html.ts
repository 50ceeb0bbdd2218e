import { onEntities } from '../wrap/on-entities.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** Lists show texts as HTML. */
export const fault: Fault = {
  id: 'list-escapes-html',
  description: 'Lists show texts as HTML.',
  trips: ['list.entity.equals-read'],
  operations,
  install: (behaviour) => {
    onEntities(behaviour, (entity) => ({
      ...entity,
      client_description: String(entity['client_description'])
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;'),
    }));
  },
};
