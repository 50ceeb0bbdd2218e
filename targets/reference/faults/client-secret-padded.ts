import type { Fault } from './fault.ts';

/** Characters after the client secret are ignored. */
export const fault: Fault = {
  id: 'client-secret-padded',
  description: 'Characters after the client secret are ignored.',
  trips: ['token.secret.checked'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.secretMatches = (given, right) => given.startsWith(right);
  },
};
