import type { Fault } from './fault.ts';

/** Tokens are numbers in sequence. */
export const fault: Fault = {
  id: 'tokens-sequential',
  description: 'Tokens are numbers in sequence.',
  trips: ['token.value.unguessable'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    let count = 0;
    behaviour.newToken = (kind) => `${kind}-${++count}`;
  },
};
