import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post'] as const;
const lifetimeMs = 1_500;

/** A client is forgotten after a moment. */
export const fault: Fault = {
  id: 'clients-forgotten',
  description: 'A client is forgotten after a moment.',
  trips: ['client.later.remembered', 'refresh.redeemed-token.works'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      setTimeout(() => {
        store.removeClient(String(body['client_id']), true);
      }, lifetimeMs).unref();
      return body;
    });
  },
};
