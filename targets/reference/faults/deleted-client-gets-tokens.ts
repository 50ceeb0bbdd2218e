import { bodyForm } from '../wrap/body-form.ts';
import type { Client, Code } from '../store.ts';
import type { Fault } from './fault.ts';

/** The token endpoint goes on to serve a client that was deleted. */
export const fault: Fault = {
  id: 'deleted-client-gets-tokens',
  description: 'The token endpoint goes on to serve a client that was deleted.',
  trips: ['code.deleted-client.refused', 'refresh.deleted-client.refused'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    const deleted = new Map<string, { readonly client: Client; readonly codes: readonly Code[] }>();
    behaviour.tokensOutliveClient = true;
    behaviour.wrappers.push(async (call, next, { store }) => {
      const before = store.clients.get(call.clientId);
      if (call.operation === 'oauth_client_client_id_delete' && before !== undefined) {
        const codes = [...store.codes.values()].filter(({ clientId }) => clientId === before.client_id);
        deleted.set(before.client_id, { client: before, codes });
      }
      const ghost = deleted.get(bodyForm(call).get('client_id') ?? '');
      if (call.operation !== 'oauth_token_post' || ghost === undefined) return next(call);
      store.putClient(ghost.client);
      for (const code of ghost.codes) store.addCode(code);
      try {
        return await next(call);
      } finally {
        store.removeClient(ghost.client.client_id, true);
      }
    });
  },
};
