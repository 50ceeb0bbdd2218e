import type { Fault } from './fault.ts';

/** An update gives the client a new id. */
export const fault: Fault = {
  id: 'update-changes-id',
  description: 'An update gives the client a new id.',
  trips: ['client.update.keeps-id'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    behaviour.updateClient = (client, input) => ({ ...client, ...input, client_id: behaviour.newClientId() });
  },
};
