import type { Fault } from './fault.ts';

/** A deletion is answered and nothing is deleted. */
export const fault: Fault = {
  id: 'deletion-does-nothing',
  description: 'A deletion is answered and nothing is deleted.',
  trips: ['client.deletion.final', 'session.model.agrees'],
  operations: ['oauth_client_client_id_delete'],
  install: (behaviour) => {
    behaviour.wrappers.push(async (call, next, { store }) => {
      const before = store.clients.get(call.clientId);
      const answer = await next(call);
      if (call.operation === 'oauth_client_client_id_delete' && answer.status === 200 && before !== undefined)
        store.putClient(before);
      return answer;
    });
  },
};
