import type { Fault } from './fault.ts';

/** A redirect URI on a subdomain of a registered one is accepted. */
export const fault: Fault = {
  id: 'redirect-uri-by-domain',
  description: 'A redirect URI on a subdomain of a registered one is accepted.',
  trips: ['authorize.redirect.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) =>
      given === registered ||
      (URL.canParse(given) && new URL(given).hostname.endsWith(`.${new URL(registered).hostname}`));
  },
};
