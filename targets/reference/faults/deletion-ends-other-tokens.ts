import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_delete'] as const;

/** A deletion revokes the tokens of all clients. */
export const fault: Fault = {
  id: 'deletion-ends-other-tokens',
  description: 'A deletion revokes the tokens of all clients.',
  trips: ['client.others.untouched'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      store.tokens.clear();
      return body;
    });
  },
};
