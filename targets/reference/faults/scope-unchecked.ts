import type { Fault } from './fault.ts';

/** A client is granted any scope that it asks for. */
export const fault: Fault = {
  id: 'scope-unchecked',
  description: 'A client is granted any scope that it asks for.',
  trips: ['token.scope.within-default'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.grantableScopes = (asked) => asked;
  },
};
