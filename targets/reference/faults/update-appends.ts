import type { Fault } from './fault.ts';

/** An update appends to arrays, each time that it is sent. */
export const fault: Fault = {
  id: 'update-appends',
  description: 'An update appends to arrays, each time that it is sent.',
  trips: ['client.update.idempotent', 'client.update.echoed'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    behaviour.updateClient = (client, input) => ({
      ...client,
      ...input,
      default_scopes: [...client.default_scopes, ...input.default_scopes],
    });
  },
};
