import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** X-Content-Type-Options has another value. */
export const fault: Fault = {
  id: 'nosniff-missing',
  description: 'X-Content-Type-Options has another value.',
  trips: ['header.nosniff.well-formed'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => withHeader(answer, 'X-Content-Type-Options', 'sniff'));
  },
};
