import { clientAnswer } from '../operations/client-answer.ts';
import type { Fault } from './fault.ts';

/** An update answers the client as it was before. */
export const fault: Fault = {
  id: 'update-echoes-old',
  description: 'An update answers the client as it was before.',
  trips: ['client.update.echoed'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    behaviour.wrappers.push(async (call, next, { store }) => {
      const before = store.clients.get(call.clientId);
      const answer = await next(call);
      const isUpdate = call.operation === 'oauth_client_client_id_put' && answer.status === 200;
      return isUpdate && before !== undefined ? clientAnswer(before) : answer;
    });
  },
};
