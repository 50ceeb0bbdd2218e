import { bodyMembers } from '../wrap/body-members.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_put'] as const;

/** An update that is refused has changed the members before the bad one. */
export const fault: Fault = {
  id: 'change-before-validation',
  description: 'An update that is refused has changed the members before the bad one.',
  trips: ['auth.refused.no-effect', 'client.failed-update.changes-nothing'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call, { store }) => {
      const client = store.clients.get(call.clientId);
      const { client_name: name } = bodyMembers(call);
      if (answer.status === 400 && client !== undefined && typeof name === 'string')
        store.putClient({ ...client, client_name: name });
      return answer;
    });
  },
};
