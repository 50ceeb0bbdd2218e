import { onAnswer } from '../wrap/on-answer.ts';
import { idOperations } from '../wrap/operation-groups.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

/** An unknown client is answered with 400. */
export const fault: Fault = {
  id: 'unknown-client-400',
  description: 'An unknown client is answered with 400.',
  trips: ['client.unknown.not-found'],
  operations: idOperations,
  install: (behaviour) => {
    onAnswer(behaviour, idOperations, (answer) => (answer.status === 404 ? withStatus(answer, 400) : answer));
  },
};
