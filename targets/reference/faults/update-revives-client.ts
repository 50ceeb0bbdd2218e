import { setTimeout } from 'node:timers/promises';
import type { Fault } from './fault.ts';

/** An update that a deletion overtakes brings the client back. */
export const fault: Fault = {
  id: 'update-revives-client',
  description: 'An update that a deletion overtakes brings the client back.',
  trips: ['client.race.deletion-final'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    behaviour.wrappers.push(async (call, next, { store }) => {
      const client = store.clients.get(call.clientId);
      if (call.operation === 'oauth_client_client_id_delete') await setTimeout(10);
      if (call.operation !== 'oauth_client_client_id_put' || client === undefined) return next(call);
      await setTimeout(20);
      if (!store.clients.has(client.client_id)) store.putClient(client);
      return next(call);
    });
  },
};
