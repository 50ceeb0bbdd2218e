import type { Fault } from './fault.ts';

/** A refresh token with the hint access_token is answered with success and lives on. */
export const fault: Fault = {
  id: 'wrong-hint-pretends',
  description: 'A refresh token with the hint access_token is answered with success and lives on.',
  trips: ['revoke.access-hint.search-extended'],
  operations: ['oauth_revoke_token_post'],
  install: (behaviour) => {
    const revoke = behaviour.revokeToken;
    behaviour.revokeToken = (token, store) => {
      if (!missed) revoke(token, store);
    };
    let missed = false;
    behaviour.findRevocable = (value, hint, store) => {
      const token = store.tokens.get(value);
      missed = token?.kind !== hint;
      return token;
    };
  },
};
