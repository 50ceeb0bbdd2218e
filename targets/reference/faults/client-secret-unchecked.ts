import type { Fault } from './fault.ts';

/** Any client secret is right. */
export const fault: Fault = {
  id: 'client-secret-unchecked',
  description: 'Any client secret is right.',
  trips: ['token.secret.checked'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.secretMatches = () => true;
  },
};
