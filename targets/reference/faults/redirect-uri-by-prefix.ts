import type { Fault } from './fault.ts';

/** A redirect URI that starts with a registered one is accepted. */
export const fault: Fault = {
  id: 'redirect-uri-by-prefix',
  description: 'A redirect URI that starts with a registered one is accepted.',
  trips: ['authorize.redirect.exact', 'authorize.refused.no-redirect'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) => given.startsWith(registered);
  },
};
