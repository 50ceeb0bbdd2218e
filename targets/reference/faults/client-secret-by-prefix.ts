import type { Fault } from './fault.ts';

/** A client secret that the right one starts with is right. */
export const fault: Fault = {
  id: 'client-secret-by-prefix',
  description: 'A client secret that the right one starts with is right.',
  trips: ['token.secret.checked'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.secretMatches = (given, right) => right.startsWith(given);
  },
};
