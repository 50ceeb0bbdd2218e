import type { Fault } from './fault.ts';

/** A refresh token can be used by another client. */
export const fault: Fault = {
  id: 'refresh-for-any-client',
  description: 'A refresh token can be used by another client.',
  trips: ['refresh.client.bound'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.refreshFitsClient = () => true;
  },
};
