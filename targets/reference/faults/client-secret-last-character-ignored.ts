import type { Fault } from './fault.ts';

/** The last character of the client secret is ignored. */
export const fault: Fault = {
  id: 'client-secret-last-character-ignored',
  description: 'The last character of the client secret is ignored.',
  trips: ['token.secret.checked'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.secretMatches = (given, right) =>
      given.slice(0, right.length - 1) === right.slice(0, -1) && given.length === right.length;
  },
};
