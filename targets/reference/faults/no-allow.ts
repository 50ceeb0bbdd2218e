import { onAnswer } from '../wrap/on-answer.ts';
import { withoutHeader } from '../wrap/without-header.ts';
import type { Fault } from './fault.ts';

/** A 405 has no Allow. */
export const fault: Fault = {
  id: 'no-allow',
  description: 'A 405 has no Allow.',
  trips: ['method.not-allowed.allow'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => withoutHeader(answer, 'Allow'));
  },
};
