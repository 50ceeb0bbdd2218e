import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** Refusals are application/problem+json. */
export const fault: Fault = {
  id: 'errors-as-problem-json',
  description: 'Refusals are application/problem+json.',
  trips: ['error.content-type.json'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.status >= 400 ? withHeader(answer, 'Content-Type', 'application/problem+json') : answer,
    );
  },
};
