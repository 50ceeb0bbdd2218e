import { onAnswer } from '../wrap/on-answer.ts';
import { idOperations } from '../wrap/operation-groups.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** The envelope of an unknown client is text/plain. */
export const fault: Fault = {
  id: 'errors-as-text-plain',
  description: 'The envelope of an unknown client is text/plain.',
  trips: ['error.content-type.json'],
  operations: idOperations,
  install: (behaviour) => {
    onAnswer(behaviour, idOperations, (answer) =>
      answer.status === 404 ? withHeader(answer, 'Content-Type', 'text/plain') : answer,
    );
  },
};
