import type { Fault } from './fault.ts';

/** A revocation is answered with success and revokes nothing. */
export const fault: Fault = {
  id: 'revocation-does-nothing',
  description: 'A revocation is answered with success and revokes nothing.',
  trips: ['revoke.access-token.dead', 'revoke.refresh-token.dead'],
  operations: ['oauth_revoke_token_post'],
  install: (behaviour) => {
    behaviour.revokeToken = () => undefined;
  },
};
