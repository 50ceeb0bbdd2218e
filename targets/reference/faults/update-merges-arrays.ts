import type { Fault } from './fault.ts';

/** An update adds to arrays instead of replacing them. */
export const fault: Fault = {
  id: 'update-merges-arrays',
  description: 'An update adds to arrays instead of replacing them.',
  trips: ['client.update.echoed', 'client.update.stored', 'client.update.replaces'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    behaviour.updateClient = (client, input) => ({
      ...client,
      ...input,
      redirect_uris: [...new Set([...client.redirect_uris, ...input.redirect_uris])],
    });
  },
};
