import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** The first client of a list comes twice. */
export const fault: Fault = {
  id: 'list-duplicates',
  description: 'The first client of a list comes twice.',
  trips: ['list.entities.unique'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({
      ...body,
      entities: [body['entities']]
        .flat(1)
        .flatMap((entity, index, all) =>
          index === 0 && all.length > 1 ? [entity, entity] : index === 1 ? [] : [entity],
        ),
    }));
  },
};
