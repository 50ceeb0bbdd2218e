import type { Fault } from './fault.ts';

/** The case of the client secret is ignored. */
export const fault: Fault = {
  id: 'client-secret-in-any-case',
  description: 'The case of the client secret is ignored.',
  trips: ['token.secret.checked'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.secretMatches = (given, right) => given.toLowerCase() === right.toLowerCase();
  },
};
