import type { Fault } from './fault.ts';

const revivalMs = 200;

/** A revoked access token works again a moment later. */
export const fault: Fault = {
  id: 'revoked-token-revives',
  description: 'A revoked access token works again a moment later.',
  trips: ['revoke.access-token.dead'],
  operations: ['oauth_revoke_token_post'],
  install: (behaviour) => {
    const revoke = behaviour.revokeToken;
    behaviour.revokeToken = (token, store) => {
      revoke(token, store);
      if (token.kind === 'access_token')
        setTimeout(() => {
          store.addToken(token);
        }, revivalMs).unref();
    };
  },
};
