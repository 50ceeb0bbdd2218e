import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

/** An unknown Bearer token is answered with 403. */
export const fault: Fault = {
  id: 'bearer-403',
  description: 'An unknown Bearer token is answered with 403.',
  trips: ['bearer.invalid.unauthorized'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.headers['WWW-Authenticate']?.startsWith('Bearer') === true ? withStatus(answer, 403) : answer,
    );
  },
};
