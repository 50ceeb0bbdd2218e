import { onAnswer } from '../wrap/on-answer.ts';
import { recordOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** JSON is encoded as ISO 8859-1. */
export const fault: Fault = {
  id: 'body-in-latin-1',
  description: 'JSON is encoded as ISO 8859-1.',
  trips: ['response.json.utf-8'],
  operations: recordOperations,
  install: (behaviour) => {
    onAnswer(behaviour, recordOperations, (answer) =>
      answer.status === 200
        ? { ...answer, payload: Buffer.from(JSON.stringify(answer.body), 'latin1') }
        : answer,
    );
  },
};
