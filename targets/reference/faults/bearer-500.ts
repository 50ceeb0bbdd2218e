import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

/** An unknown Bearer token is an exception. */
export const fault: Fault = {
  id: 'bearer-500',
  description: 'An unknown Bearer token is an exception.',
  trips: ['robustness.server-error.none', 'session.answer.whole'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.headers['WWW-Authenticate']?.startsWith('Bearer') === true ? withStatus(answer, 500) : answer,
    );
  },
};
