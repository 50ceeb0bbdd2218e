import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A deleted client stays in lists. */
export const fault: Fault = {
  id: 'list-keeps-deleted',
  description: 'A deleted client stays in lists.',
  trips: ['list.deleted.absent'],
  operations,
  install: (behaviour) => {
    const deleted: unknown[] = [];
    onSuccess(behaviour, ['oauth_client_client_id_delete'], (body) => {
      deleted.unshift(body);
      deleted.length = Math.min(deleted.length, 50);
      return body;
    });
    onSuccess(behaviour, operations, (body) => {
      const entities = [body['entities']].flat(1);
      return {
        ...body,
        entities: [...deleted, ...entities].slice(0, Math.max(entities.length, deleted.length)),
      };
    });
  },
};
