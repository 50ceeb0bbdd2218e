import { onAnswer } from '../wrap/on-answer.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

/** A text over the limit is an exception of the database. */
export const fault: Fault = {
  id: 'long-text-500',
  description: 'A text over the limit is an exception of the database.',
  trips: ['robustness.server-error.none'],
  operations: namingOperations,
  install: (behaviour) => {
    onAnswer(behaviour, namingOperations, (answer, call) =>
      answer.status === 400 && call.body.length > 200 ? withStatus(answer, 500) : answer,
    );
  },
};
