import type { Fault } from './fault.ts';

/** An update rotates the secret, and the old one stays good. */
export const fault: Fault = {
  id: 'old-secret-works',
  description: 'An update rotates the secret, and the old one stays good.',
  trips: ['token.rotated-secret.refused'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    const olds = new Set<string>();
    const update = behaviour.updateClient;
    behaviour.updateClient = (client, input) => {
      olds.add(client.client_secret);
      return update(client, input);
    };
    behaviour.secretMatches = (given, right) => given === right || olds.has(given);
  },
};
