import type { Fault } from './fault.ts';

/** A revoked refresh token still works. */
export const fault: Fault = {
  id: 'refresh-token-outlives-revocation',
  description: 'A revoked refresh token still works.',
  trips: ['revoke.refresh-token.dead'],
  operations: ['oauth_revoke_token_post'],
  install: (behaviour) => {
    behaviour.revokeToken = (token, store) => {
      if (token.kind === 'access_token') store.removeToken(token);
    };
  },
};
