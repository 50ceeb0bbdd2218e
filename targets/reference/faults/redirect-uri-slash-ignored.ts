import type { Fault } from './fault.ts';

/** A slash at the end of a redirect URI is ignored. */
export const fault: Fault = {
  id: 'redirect-uri-slash-ignored',
  description: 'A slash at the end of a redirect URI is ignored.',
  trips: ['authorize.redirect.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) =>
      given.replace(/\/$/, '') === registered.replace(/\/$/, '');
  },
};
