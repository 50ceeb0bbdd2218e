import type { Answer } from '../answer.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_delete'] as const;

/** Deleting a client again answers it again. */
export const fault: Fault = {
  id: 'second-deletion-succeeds',
  description: 'Deleting a client again answers it again.',
  trips: ['client.lifecycle.gone'],
  operations,
  install: (behaviour) => {
    const deleted = new Map<string, Answer>();
    onAnswer(behaviour, operations, (answer, call) => {
      if (answer.status === 200) deleted.set(call.clientId, answer);
      return deleted.get(call.clientId) ?? answer;
    });
  },
};
