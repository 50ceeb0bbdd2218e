import { isJsonObject } from '../read-json.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** Lists, and their totals, lack the clients of the last second, as an index that lags behind does. */
export const fault: Fault = {
  id: 'list-lacks-newest',
  description:
    'Lists, and their totals, lack the clients of the last second, as an index that lags behind does.',
  trips: ['list.registered.present'],
  operations: operations,
  install: (behaviour) => {
    const registered = new Map<string, number>();
    onSuccess(behaviour, ['oauth_client_post'], (body) => {
      registered.set(String(body['client_id']), Date.now());
      return body;
    });
    onSuccess(behaviour, operations, (body) => {
      const entities = [body['entities']]
        .flat(1)
        .filter(
          (entity: unknown) =>
            isJsonObject(entity) && Date.now() - (registered.get(String(entity['client_id'])) ?? 0) > 1000,
        );
      return { entities, metadata: { kind: 'oauth_client', total_matches: entities.length } };
    });
  },
};
