import type { Client } from '../store.ts';
import { bodyForm } from '../wrap/body-form.ts';
import type { Fault } from './fault.ts';

/** A deleted client can still be authorized. */
export const fault: Fault = {
  id: 'deleted-client-authorizes',
  description: 'A deleted client can still be authorized.',
  trips: ['authorize.client.known'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    const deleted = new Map<string, Client>();
    behaviour.wrappers.push((call, next, { store }) => {
      const before = store.clients.get(call.clientId);
      if (call.operation === 'oauth_client_client_id_delete' && before !== undefined)
        deleted.set(before.client_id, before);
      const client = deleted.get(bodyForm(call).get('client_id') ?? '');
      if (call.operation !== 'oauth_authorize_post' || client === undefined) return next(call);
      store.putClient(client);
      return Promise.resolve(next(call)).finally(() => store.clients.delete(client.client_id));
    });
  },
};
