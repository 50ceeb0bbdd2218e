import { isJsonObject } from '../read-json.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** Lists come from a copy that updates do not reach. */
export const fault: Fault = {
  id: 'list-stale',
  description: 'Lists come from a copy that updates do not reach.',
  trips: ['list.entity.equals-read'],
  operations,
  install: (behaviour) => {
    const first = new Map<string, unknown>();
    onSuccess(behaviour, ['oauth_client_post'], (body) => {
      first.set(String(body['client_id']), body);
      return body;
    });
    onSuccess(behaviour, operations, (body) => ({
      ...body,
      entities: [body['entities']]
        .flat(1)
        .map((entity: unknown) =>
          isJsonObject(entity) ? (first.get(String(entity['client_id'])) ?? entity) : entity,
        ),
    }));
  },
};
