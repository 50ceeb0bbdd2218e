import type { Fault } from './fault.ts';

/** Every update adds a version to the description in store and answer. */
export const fault: Fault = {
  id: 'update-counts-versions',
  description: 'Every update adds a version to the description in store and answer.',
  trips: ['client.update.idempotent'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    behaviour.updateClient = (client, input) => ({
      ...client,
      ...input,
      client_description: `${input.client_description} v${client.client_description.length}`,
    });
  },
};
