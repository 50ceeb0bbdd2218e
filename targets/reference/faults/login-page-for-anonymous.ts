import { redirectAnswer } from '../answer.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

/** A call without credentials is sent to a login page. */
export const fault: Fault = {
  id: 'login-page-for-anonymous',
  description: 'A call without credentials is sent to a login page.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer, call) =>
      answer.status === 401 && call.headers.authorization === undefined
        ? redirectAnswer('https://prism.example.com:9440/console/#login')
        : answer,
    );
  },
};
