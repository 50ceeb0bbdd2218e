import { onMessage } from '../wrap/on-message.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** A refusal repeats the token. */
export const fault: Fault = {
  id: 'token-echoed',
  description: 'A refusal repeats the token.',
  trips: ['error.leak.secret'],
  operations,
  install: (behaviour) => {
    onMessage(behaviour, operations, (message, call) => ({
      ...message,
      message: `no such token: ${call.query}`,
    }));
  },
};
