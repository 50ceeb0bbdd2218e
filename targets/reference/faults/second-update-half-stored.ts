import type { Fault } from './fault.ts';

/** The second update of a client leaves its redirect URIs as they are. */
export const fault: Fault = {
  id: 'second-update-half-stored',
  description: 'The second update of a client leaves its redirect URIs as they are.',
  trips: ['client.update.replaces'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    const updateClient = behaviour.updateClient;
    const updated = new Set<string>();
    behaviour.updateClient = (client, input) => {
      const isFirst = !updated.has(client.client_id);
      updated.add(client.client_id);
      return updateClient(client, isFirst ? input : { ...input, redirect_uris: client.redirect_uris });
    };
  },
};
