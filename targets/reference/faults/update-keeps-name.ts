import type { Fault } from './fault.ts';

/** An update does not change the name. */
export const fault: Fault = {
  id: 'update-keeps-name',
  description: 'An update does not change the name.',
  trips: ['client.update.echoed', 'client.update.stored'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    behaviour.updateClient = (client, input) => ({ ...client, ...input, client_name: client.client_name });
  },
};
