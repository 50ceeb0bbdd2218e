import type { Fault } from './fault.ts';

/** An update is answered and not stored. */
export const fault: Fault = {
  id: 'update-not-stored',
  description: 'An update is answered and not stored.',
  trips: ['client.update.stored', 'client.lifecycle.remembered'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    behaviour.wrappers.push(async (call, next, { store }) => {
      const before = store.clients.get(call.clientId);
      const answer = await next(call);
      if (call.operation === 'oauth_client_client_id_put' && before !== undefined) store.putClient(before);
      return answer;
    });
  },
};
