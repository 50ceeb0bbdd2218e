import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_login_get'] as const;

/** A login redirects with 307. */
export const fault: Fault = {
  id: 'login-answers-307',
  description: 'A login redirects with 307.',
  trips: ['response.status.documented'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 302 ? { ...answer, status: 307 } : answer,
    );
  },
};
