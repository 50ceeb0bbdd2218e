import type { Fault } from './fault.ts';

/** Revoking a token ends all tokens of its client. */
export const fault: Fault = {
  id: 'revocation-ends-all-of-client',
  description: 'Revoking a token ends all tokens of its client.',
  trips: ['revoke.same-client.usable'],
  operations: ['oauth_revoke_token_post'],
  install: (behaviour) => {
    behaviour.revokeToken = ({ grant: { clientId } }, store) => {
      for (const token of store.tokens.values())
        if (token.grant.clientId === clientId) store.removeToken(token);
    };
  },
};
