import { onAnswer } from '../wrap/on-answer.ts';
import { withoutHeader } from '../wrap/without-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_login_get'] as const;

/** A login redirects without saying where to. */
export const fault: Fault = {
  id: 'login-without-location',
  description: 'A login redirects without saying where to.',
  trips: ['response.location.present'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) => withoutHeader(answer, 'Location'));
  },
};
