import type { Fault } from './fault.ts';

/** A redirect URI that an update removed is still good. */
export const fault: Fault = {
  id: 'removed-redirect-uri-accepted',
  description: 'A redirect URI that an update removed is still good.',
  trips: ['authorize.redirect.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    const removed = new Set<string>();
    const update = behaviour.updateClient;
    behaviour.updateClient = (client, input) => {
      for (const uri of client.redirect_uris) removed.add(uri);
      return update(client, input);
    };
    const matches = behaviour.redirectUriMatches;
    behaviour.redirectUriMatches = (given, registered) => removed.has(given) || matches(given, registered);
  },
};
