import type { Fault } from './fault.ts';

/** A code can be redeemed with another redirect URI. */
export const fault: Fault = {
  id: 'code-for-any-redirect-uri',
  description: 'A code can be redeemed with another redirect URI.',
  trips: ['code.redirect.bound'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.codeFitsRedirectUri = () => true;
  },
};
