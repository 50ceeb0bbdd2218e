import type { Fault } from './fault.ts';

/** A token that starts like one is revoked as that one. */
export const fault: Fault = {
  id: 'revocation-by-prefix',
  description: 'A token that starts like one is revoked as that one.',
  trips: ['revoke.unknown.not-found', 'revoke.stranger.no-effect'],
  operations: ['oauth_revoke_token_post'],
  install: (behaviour) => {
    behaviour.findRevocable = (value, _hint, store) =>
      [...store.tokens.values()].find((token) => token.value.startsWith(value.slice(0, -1)));
  },
};
