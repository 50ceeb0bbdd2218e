import { onAnswer } from '../wrap/on-answer.ts';
import { withoutHeader } from '../wrap/without-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A 401 for a wrong client secret has no WWW-Authenticate. */
export const fault: Fault = {
  id: 'no-challenge-for-client',
  description: 'A 401 for a wrong client secret has no WWW-Authenticate.',
  trips: ['auth.challenge.present'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call) =>
      call.headers.authorization === undefined ? answer : withoutHeader(answer, 'WWW-Authenticate'),
    );
  },
};
