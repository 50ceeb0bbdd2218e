import type { Fault } from './fault.ts';

/** A code can be redeemed by another client. */
export const fault: Fault = {
  id: 'code-for-any-client',
  description: 'A code can be redeemed by another client.',
  trips: ['code.client.bound'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.codeFitsClient = () => true;
  },
};
