import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

/** The id of a deleted client is given to the next one. */
export const fault: Fault = {
  id: 'client-ids-reused',
  description: 'The id of a deleted client is given to the next one.',
  trips: ['client.id.never-reused'],
  operations: ['oauth_client_post'],
  install: (behaviour) => {
    const free: string[] = [];
    const make = behaviour.newClientId;
    behaviour.newClientId = () => free.pop() ?? make();
    onAnswer(behaviour, ['oauth_client_client_id_delete'], (answer, call) => {
      if (answer.status === 200) free.push(call.clientId);
      return answer;
    });
  },
};
