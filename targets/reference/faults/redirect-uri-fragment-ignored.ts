import type { Fault } from './fault.ts';

/** The fragment of a redirect URI is ignored, and the code put before it. */
export const fault: Fault = {
  id: 'redirect-uri-fragment-ignored',
  description: 'The fragment of a redirect URI is ignored, and the code put before it.',
  trips: ['authorize.redirect.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) => given.split('#')[0] === registered;
    const locate = behaviour.buildLocation;
    behaviour.buildLocation = (uri, parameters) => {
      const [base = '', ...fragment] = uri.split('#');
      return [locate(base, parameters), ...fragment].join('#');
    };
  },
};
