import type { Fault } from './fault.ts';

/** A refresh token is never accepted. */
export const fault: Fault = {
  id: 'refresh-token-refused',
  description: 'A refresh token is never accepted.',
  trips: ['refresh.redeemed-token.works', 'refresh.grant.works'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.refreshFitsClient = () => false;
  },
};
