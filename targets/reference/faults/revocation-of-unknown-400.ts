import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** An unknown token is answered with 400. */
export const fault: Fault = {
  id: 'revocation-of-unknown-400',
  description: 'An unknown token is answered with 400.',
  trips: ['revoke.unknown.not-found', 'revoke.unknown.documented', 'revoke.unknown.settled'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) => (answer.status === 404 ? withStatus(answer, 400) : answer));
  },
};
