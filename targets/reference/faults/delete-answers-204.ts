import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_delete'] as const;

/** A deletion is answered with 204 and without the client. */
export const fault: Fault = {
  id: 'delete-answers-204',
  description: 'A deletion is answered with 204 and without the client.',
  trips: ['response.status.documented'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 200 ? { ...answer, status: 204, body: null } : answer,
    );
  },
};
