import type { Fault } from './fault.ts';

/** A redirect URI on the host of a registered one is accepted. */
export const fault: Fault = {
  id: 'redirect-uri-by-host',
  description: 'A redirect URI on the host of a registered one is accepted.',
  trips: ['authorize.redirect.exact', 'authorize.refused.no-redirect'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) =>
      URL.canParse(given) && new URL(given).host === new URL(registered).host;
  },
};
