import { arrayOrEmpty, objectOrEmpty } from '../../../spec/json-object.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** The number of all matches is that of the page. */
export const fault: Fault = {
  id: 'list-total-of-page',
  description: 'The number of all matches is that of the page.',
  trips: ['list.metadata.consistent'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({
      ...body,
      metadata: { ...objectOrEmpty(body['metadata']), total_matches: arrayOrEmpty(body['entities']).length },
    }));
  },
};
