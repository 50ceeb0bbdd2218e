import { isJsonObject } from '../read-json.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** Lists show the name that a client was registered under. */
export const fault: Fault = {
  id: 'list-shows-first-name',
  description: 'Lists show the name that a client was registered under.',
  trips: ['list.entity.equals-read'],
  operations,
  install: (behaviour) => {
    const names = new Map<unknown, unknown>();
    onSuccess(behaviour, ['oauth_client_post'], (body) => {
      names.set(body['client_id'], body['client_name']);
      return body;
    });
    onSuccess(behaviour, operations, (body) => ({
      ...body,
      entities: [body['entities']]
        .flat(1)
        .map((entity: unknown) =>
          isJsonObject(entity)
            ? { ...entity, client_name: names.get(entity['client_id']) ?? entity['client_name'] }
            : entity,
        ),
    }));
  },
};
