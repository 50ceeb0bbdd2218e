import type { Fault } from './fault.ts';

/** A revocation revokes the tokens of all clients. */
export const fault: Fault = {
  id: 'revocation-ends-everything',
  description: 'A revocation revokes the tokens of all clients.',
  trips: ['revoke.others.usable', 'revoke.others.refreshable'],
  operations: ['oauth_revoke_token_post'],
  install: (behaviour) => {
    behaviour.revokeToken = (_token, store) => {
      store.tokens.clear();
    };
  },
};
