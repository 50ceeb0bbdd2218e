import { onSuccess } from '../wrap/on-success.ts';
import { isJsonObject } from '../read-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list leaves out the clients that have no scopes. */
export const fault: Fault = {
  id: 'list-joins-scopes',
  description: 'A list leaves out the clients that have no scopes.',
  trips: ['list.registered.present'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({
      ...body,
      entities: [body['entities']]
        .flat(1)
        .filter((entity: unknown) => isJsonObject(entity) && [entity['default_scopes']].flat().length > 0),
    }));
  },
};
