import type { Fault } from './fault.ts';

/** The fragment of a redirect URI is ignored, and the code put behind it. */
export const fault: Fault = {
  id: 'redirect-uri-fragment-kept',
  description: 'The fragment of a redirect URI is ignored, and the code put behind it.',
  trips: ['authorize.redirect.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) => given.split('#')[0] === registered;
  },
};
