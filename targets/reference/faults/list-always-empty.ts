import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** No client is ever listed. */
export const fault: Fault = {
  id: 'list-always-empty',
  description: 'No client is ever listed.',
  trips: ['list.registered.present', 'list.filter.finds'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, entities: [] }));
  },
};
