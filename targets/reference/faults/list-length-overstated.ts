import { arrayOrEmpty, objectOrEmpty } from '../../../spec/json-object.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** The length of a page is said to be one more than it is. */
export const fault: Fault = {
  id: 'list-length-overstated',
  description: 'The length of a page is said to be one more than it is.',
  trips: ['list.metadata.consistent'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({
      ...body,
      metadata: { ...objectOrEmpty(body['metadata']), length: arrayOrEmpty(body['entities']).length + 1 },
    }));
  },
};
