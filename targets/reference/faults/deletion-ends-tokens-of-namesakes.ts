import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_delete'] as const;

/** A deletion revokes the tokens of all clients of the same name. */
export const fault: Fault = {
  id: 'deletion-ends-tokens-of-namesakes',
  description: 'A deletion revokes the tokens of all clients of the same name.',
  trips: ['client.others.usable'],
  operations: operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      for (const { grant } of store.tokens.values()) {
        if (store.clients.get(grant.clientId)?.client_name === body['client_name']) store.revokeGrant(grant);
      }
      return body;
    });
  },
};
