import type { Fault } from './fault.ts';

/** The secret of any client is right for each. */
export const fault: Fault = {
  id: 'client-secret-of-any-client',
  description: 'The secret of any client is right for each.',
  trips: ['token.secret.checked'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    const secrets = new Set<string>();
    const make = behaviour.newClientSecret;
    behaviour.newClientSecret = () => {
      const secret = make();
      secrets.add(secret);
      return secret;
    };
    behaviour.secretMatches = (given) => secrets.has(given);
  },
};
