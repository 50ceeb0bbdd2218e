import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

/** Wrong or missing credentials are answered with 403. */
export const fault: Fault = {
  id: 'refused-with-403',
  description: 'Wrong or missing credentials are answered with 403.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => (answer.status === 401 ? withStatus(answer, 403) : answer));
  },
};
