import { readClientInput } from '../read-client-input.ts';
import type { Fault } from './fault.ts';

/** An update of an unknown client registers it. */
export const fault: Fault = {
  id: 'update-creates-unknown',
  description: 'An update of an unknown client registers it.',
  trips: ['client.unknown.not-found', 'client.update.creates-nothing'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    behaviour.preconditions.push((call, { store }) => {
      if (call.operation !== 'oauth_client_client_id_put' || store.clients.has(call.clientId)) return;
      const input = readClientInput(call, behaviour);
      store.putClient({ client_id: call.clientId, client_secret: behaviour.newClientSecret(), ...input });
    });
  },
};
