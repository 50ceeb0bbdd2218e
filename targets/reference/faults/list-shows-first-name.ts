import { onEntities } from '../wrap/on-entities.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

/** Lists show the name that a client was registered under. */
export const fault: Fault = {
  id: 'list-shows-first-name',
  description: 'Lists show the name that a client was registered under.',
  trips: ['list.entity.equals-read'],
  operations: ['oauth_client_list_post'],
  install: (behaviour) => {
    const names = new Map<unknown, unknown>();
    onSuccess(behaviour, ['oauth_client_post'], (body) => {
      names.set(body['client_id'], body['client_name']);
      return body;
    });
    onEntities(behaviour, (entity) => ({
      ...entity,
      client_name: names.get(entity['client_id']) ?? entity['client_name'],
    }));
  },
};
