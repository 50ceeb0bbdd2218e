import { onEntities } from '../wrap/on-entities.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

/** Lists come from a copy that updates do not reach. */
export const fault: Fault = {
  id: 'list-stale',
  description: 'Lists come from a copy that updates do not reach.',
  trips: ['list.entity.equals-read'],
  operations: ['oauth_client_list_post'],
  install: (behaviour) => {
    const first = new Map<string, unknown>();
    onSuccess(behaviour, ['oauth_client_post'], (body) => {
      first.set(String(body['client_id']), body);
      return body;
    });
    onEntities(behaviour, (entity) => first.get(String(entity['client_id'])) ?? entity);
  },
};
