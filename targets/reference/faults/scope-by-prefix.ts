import type { Fault } from './fault.ts';

/** A scope that starts with one of the client is granted. */
export const fault: Fault = {
  id: 'scope-by-prefix',
  description: 'A scope that starts with one of the client is granted.',
  trips: ['token.scope.within-default'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.grantableScopes = (asked, client) =>
      asked.every((scope) => client.default_scopes.some((own) => scope.startsWith(own))) ? asked : null;
  },
};
