import type { Fault } from './fault.ts';

/** Tokens are numbers in sequence. */
export const fault: Fault = {
  id: 'tokens-sequential',
  description: 'Tokens are numbers in sequence.',
  trips: ['token.access.unguessable', 'token.refresh.unguessable'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    let count = 0;
    behaviour.newToken = (kind) => `${kind}-${++count}`;
  },
};
