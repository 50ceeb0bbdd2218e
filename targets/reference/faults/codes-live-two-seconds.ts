import type { Fault } from './fault.ts';

/** A code dies after two seconds. */
export const fault: Fault = {
  id: 'codes-live-two-seconds',
  description: 'A code dies after two seconds.',
  trips: ['code.later.redeemable'],
  operations: ['oauth_authorize_post', 'oauth_token_post'],
  install: (behaviour) => {
    behaviour.codeLifetimeMs = 2000;
  },
};
