import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** An unknown code or refresh token is answered with 404. */
export const fault: Fault = {
  id: 'bad-grant-404',
  description: 'An unknown code or refresh token is answered with 404.',
  trips: ['token.grant.bad-request'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) => (answer.status === 400 ? withStatus(answer, 404) : answer));
  },
};
