import { onAnswer } from '../wrap/on-answer.ts';
import { idOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** An unknown client is answered without a body. */
export const fault: Fault = {
  id: 'not-found-without-body',
  description: 'An unknown client is answered without a body.',
  trips: ['error.envelope.documented'],
  operations: idOperations,
  install: (behaviour) => {
    onAnswer(behaviour, idOperations, (answer) =>
      answer.status === 404 ? { ...answer, body: null } : answer,
    );
  },
};
