import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** An authorization redirects with 303. */
export const fault: Fault = {
  id: 'authorize-answers-303',
  description: 'An authorization redirects with 303.',
  trips: ['response.status.documented'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 302 ? { ...answer, status: 303 } : answer,
    );
  },
};
