import type { Fault } from './fault.ts';

/** The access tokens of a revoked refresh token live on. */
export const fault: Fault = {
  id: 'access-tokens-outlive-refresh-token',
  description: 'The access tokens of a revoked refresh token live on.',
  trips: ['revoke.refresh-token.kills-access'],
  operations: ['oauth_revoke_token_post'],
  install: (behaviour) => {
    behaviour.revokeToken = (token, store) => {
      store.removeToken(token);
    };
  },
};
