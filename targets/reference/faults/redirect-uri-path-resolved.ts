import type { Fault } from './fault.ts';

/** A redirect URI is compared with its dot segments resolved. */
export const fault: Fault = {
  id: 'redirect-uri-path-resolved',
  description: 'A redirect URI is compared with its dot segments resolved.',
  trips: ['authorize.redirect.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) =>
      URL.canParse(given) && new URL(given).href === new URL(registered).href;
  },
};
