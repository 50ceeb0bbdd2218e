import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_adfs_login_get'] as const;

/** A login is a page with a link instead of a redirect. */
export const fault: Fault = {
  id: 'login-answers-200',
  description: 'A login is a page with a link instead of a redirect.',
  trips: ['response.status.documented'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 302 ? { ...answer, status: 200, payload: '<a href="/adfs">Log in</a>' } : answer,
    );
  },
};
