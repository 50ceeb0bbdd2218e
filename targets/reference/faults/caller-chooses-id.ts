import { bodyMembers } from '../wrap/body-members.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post'] as const;

/** A client_id in the body of a registration is taken. */
export const fault: Fault = {
  id: 'caller-chooses-id',
  description: 'A client_id in the body of a registration is taken.',
  trips: ['client.identifiers.assigned'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, call, { store }) => {
      const { client_id: chosen } = bodyMembers(call);
      const client = store.clients.get(String(body['client_id']));
      if (typeof chosen !== 'string' || client === undefined) return body;
      store.putClient({ ...client, client_id: chosen });
      return { ...body, client_id: chosen };
    });
  },
};
