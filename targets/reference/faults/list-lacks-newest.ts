import { isJsonObject } from '../read-json.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** The newest clients are missing in lists. */
export const fault: Fault = {
  id: 'list-lacks-newest',
  description: 'The newest clients are missing in lists.',
  trips: ['list.registered.present'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      const newest = new Set([...store.clients.keys()].slice(-2));
      return {
        ...body,
        entities: [body['entities']]
          .flat(1)
          .filter((entity: unknown) => isJsonObject(entity) && !newest.has(String(entity['client_id']))),
      };
    });
  },
};
