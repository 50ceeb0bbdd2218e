import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import { withoutHeader } from '../wrap/without-header.ts';
import type { Fault } from './fault.ts';

/** A method that a path does not have is answered with 400. */
export const fault: Fault = {
  id: 'undocumented-method-400',
  description: 'A method that a path does not have is answered with 400.',
  trips: ['method.undocumented.not-allowed'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.status === 405 ? withStatus(withoutHeader(answer, 'Allow'), 400) : answer,
    );
  },
};
