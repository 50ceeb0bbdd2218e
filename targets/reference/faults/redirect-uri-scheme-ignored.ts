import type { Fault } from './fault.ts';

/** http instead of https is accepted. */
export const fault: Fault = {
  id: 'redirect-uri-scheme-ignored',
  description: 'http instead of https is accepted.',
  trips: ['authorize.redirect.exact', 'authorize.refused.no-redirect'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) =>
      given.replace(/^https?:/, '') === registered.replace(/^https?:/, '');
  },
};
