import type { Fault } from './fault.ts';

/** A revoked access token still works. */
export const fault: Fault = {
  id: 'access-token-outlives-revocation',
  description: 'A revoked access token still works.',
  trips: ['revoke.access-token.dead'],
  operations: ['oauth_revoke_token_post'],
  install: (behaviour) => {
    behaviour.revokeToken = (token, store) => {
      if (token.kind === 'refresh_token') store.revokeGrant(token.grant);
    };
  },
};
