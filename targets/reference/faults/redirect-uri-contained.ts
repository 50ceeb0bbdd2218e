import type { Fault } from './fault.ts';

/** A redirect URI that holds a registered one anywhere is accepted. */
export const fault: Fault = {
  id: 'redirect-uri-contained',
  description: 'A redirect URI that holds a registered one anywhere is accepted.',
  trips: ['authorize.redirect.exact', 'authorize.refused.no-redirect'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) => given.includes(registered);
  },
};
