import type { Fault } from './fault.ts';

/** The query of a redirect URI is ignored. */
export const fault: Fault = {
  id: 'redirect-uri-query-ignored',
  description: 'The query of a redirect URI is ignored.',
  trips: ['authorize.redirect.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) => given.split('?')[0] === registered.split('?')[0];
  },
};
