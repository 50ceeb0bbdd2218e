import type { Fault } from './fault.ts';

const withoutPort = (uri: string): string => uri.replace(/^([a-z]+:\/\/[^/:?]+):\d+/i, '$1');

/** The port of a redirect URI is ignored. */
export const fault: Fault = {
  id: 'redirect-uri-port-ignored',
  description: 'The port of a redirect URI is ignored.',
  trips: ['authorize.redirect.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) => withoutPort(given) === withoutPort(registered);
  },
};
