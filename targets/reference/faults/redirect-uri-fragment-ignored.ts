import type { Fault } from './fault.ts';

/** The fragment of a redirect URI is ignored. */
export const fault: Fault = {
  id: 'redirect-uri-fragment-ignored',
  description: 'The fragment of a redirect URI is ignored.',
  trips: ['authorize.redirect.exact', 'authorize.refused.no-redirect'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) => given.split('#')[0] === registered;
  },
};
