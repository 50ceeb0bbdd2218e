import { onAnswer } from '../wrap/on-answer.ts';
import { withoutHeader } from '../wrap/without-header.ts';
import type { Fault } from './fault.ts';

/** A 401 has no WWW-Authenticate. */
export const fault: Fault = {
  id: 'no-challenge',
  description: 'A 401 has no WWW-Authenticate.',
  trips: ['auth.challenge.present'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => withoutHeader(answer, 'WWW-Authenticate'));
  },
};
