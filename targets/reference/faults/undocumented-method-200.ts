import { jsonAnswer } from '../answer.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

/** A method that a path does not have is answered with an empty object. */
export const fault: Fault = {
  id: 'undocumented-method-200',
  description: 'A method that a path does not have is answered with an empty object.',
  trips: ['method.undocumented.refused'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => (answer.status === 405 ? jsonAnswer(200, {}) : answer));
  },
};
