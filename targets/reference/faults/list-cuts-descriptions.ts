import { onEntities } from '../wrap/on-entities.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list shows the first 255 characters of a description. */
export const fault: Fault = {
  id: 'list-cuts-descriptions',
  description: 'A list shows the first 255 characters of a description.',
  trips: ['list.entity.equals-read'],
  operations,
  install: (behaviour) => {
    onEntities(behaviour, (entity) => ({
      ...entity,
      client_description: String(entity['client_description']).slice(0, 255),
    }));
  },
};
