import type { Fault } from './fault.ts';

/** Tokens are made of the clock and a counter. */
export const fault: Fault = {
  id: 'tokens-of-time',
  description: 'Tokens are made of the clock and a counter.',
  trips: ['token.access.unguessable', 'token.refresh.unguessable'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    let count = 0;
    behaviour.newToken = () =>
      `prism-central-token-${Date.now().toString(16).padStart(16, '0')}-${(++count).toString(16).padStart(8, '0')}`;
  },
};
