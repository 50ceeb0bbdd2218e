import { arrayOrEmpty, objectOrEmpty } from '../../../spec/json-object.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Variant } from './variant.ts';

const operations = ['oauth_client_list_post'] as const;

/** The metadata of a list is that of real v3 lists, with total_matches and the length of the page. */
export const variant: Variant = {
  id: 'total-matches',
  description:
    'The metadata of a list is that of real v3 lists, with total_matches and the length of the page.',
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      const { kind, offset } = objectOrEmpty(body['metadata']);
      const length = arrayOrEmpty(body['entities']).length;
      return { ...body, metadata: { kind, offset, length, total_matches: store.clients.size } };
    });
  },
};
