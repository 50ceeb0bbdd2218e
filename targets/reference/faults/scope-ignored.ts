import type { Fault } from './fault.ts';

/** A grant has all scopes of the client, whatever was asked for. */
export const fault: Fault = {
  id: 'scope-ignored',
  description: 'A grant has all scopes of the client, whatever was asked for.',
  trips: ['token.scope.within-asked'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.grantableScopes = (_asked, client) => client.default_scopes;
  },
};
