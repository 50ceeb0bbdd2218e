import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** An empty list has null for its entities. */
export const fault: Fault = {
  id: 'list-entities-as-null',
  description: 'An empty list has null for its entities.',
  trips: ['response.schema.valid'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, ({ entities, ...body }) => ({
      entities: Array.isArray(entities) && entities.length > 0 ? entities : null,
      ...body,
    }));
  },
};
