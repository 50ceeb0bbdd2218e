import type { Fault } from './fault.ts';

/** User information in a redirect URI is ignored. */
export const fault: Fault = {
  id: 'redirect-uri-userinfo-ignored',
  description: 'User information in a redirect URI is ignored.',
  trips: ['authorize.redirect.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) => given.replace(/\/\/[^/@]*@/, '//') === registered;
  },
};
