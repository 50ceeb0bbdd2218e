import type { Fault } from './fault.ts';

/** An update of a name to another case is taken for none. */
export const fault: Fault = {
  id: 'update-in-other-case-ignored',
  description: 'An update of a name to another case is taken for none.',
  trips: ['client.update.replaces'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    const updateClient = behaviour.updateClient;
    behaviour.updateClient = (client, input) => {
      const isAlike = input.client_name.toLowerCase() === client.client_name.toLowerCase();
      return updateClient(client, isAlike ? { ...input, client_name: client.client_name } : input);
    };
  },
};
