import type { Fault } from './fault.ts';

/** The redirect URIs of all clients are accepted for each. */
export const fault: Fault = {
  id: 'redirect-uri-of-any-client',
  description: 'The redirect URIs of all clients are accepted for each.',
  trips: ['authorize.redirect.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    const registered = new Set<string>();
    const record = behaviour.recordInput;
    behaviour.recordInput = (input) => {
      for (const uri of input.redirect_uris) registered.add(uri);
      return record(input);
    };
    behaviour.redirectUriMatches = (given) => registered.has(given);
  },
};
