import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

/** A method that a path does not have is an exception. */
export const fault: Fault = {
  id: 'undocumented-method-500',
  description: 'A method that a path does not have is an exception.',
  trips: ['robustness.server-error.none'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => (answer.status === 405 ? withStatus(answer, 500) : answer));
  },
};
