import { isJsonObject } from '../read-json.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** Secrets are masked in lists. */
export const fault: Fault = {
  id: 'list-shows-other-secret',
  description: 'Secrets are masked in lists.',
  trips: ['list.entity.equals-read'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({
      ...body,
      entities: [body['entities']]
        .flat(1)
        .map((entity: unknown) => (isJsonObject(entity) ? { ...entity, client_secret: '********' } : entity)),
    }));
  },
};
