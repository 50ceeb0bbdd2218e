import type { Fault } from './fault.ts';

/** The case of a redirect URI is ignored. */
export const fault: Fault = {
  id: 'redirect-uri-in-any-case',
  description: 'The case of a redirect URI is ignored.',
  trips: ['authorize.redirect.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) => given.toLowerCase() === registered.toLowerCase();
  },
};
