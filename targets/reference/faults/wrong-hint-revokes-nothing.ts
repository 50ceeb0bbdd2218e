import type { Fault } from './fault.ts';

/** A refresh token with the hint access_token is not found. */
export const fault: Fault = {
  id: 'wrong-hint-revokes-nothing',
  description: 'A refresh token with the hint access_token is not found.',
  trips: ['revoke.access-hint.search-extended', 'revoke.refresh-hint.search-extended'],
  operations: ['oauth_revoke_token_post'],
  install: (behaviour) => {
    behaviour.findRevocable = (value, hint, store) => {
      const token = store.tokens.get(value);
      return token?.kind === hint ? token : undefined;
    };
  },
};
