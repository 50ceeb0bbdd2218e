import type { Fault } from './fault.ts';

const earlyMs = 3_598_000;

/** A token dies after two seconds of the hour that it says it lives. */
export const fault: Fault = {
  id: 'tokens-expire-early',
  description: 'A token dies after two seconds of the hour that it says it lives.',
  trips: ['bearer.later.accepted'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.isExpired = (token) => token.expiresAt - earlyMs <= Date.now();
  },
};
