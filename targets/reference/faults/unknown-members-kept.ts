import { bodyMembers } from '../wrap/body-members.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

/** Members that the contract does not know are kept and answered. */
export const fault: Fault = {
  id: 'unknown-members-kept',
  description: 'Members that the contract does not know are kept and answered.',
  trips: ['client.unknown-member.dropped'],
  operations: ['oauth_client_post'],
  install: (behaviour) => {
    onSuccess(behaviour, ['oauth_client_post'], (body, call, { store }) => {
      const client = store.clients.get(String(body['client_id']));
      if (client !== undefined) store.putClient({ ...bodyMembers(call), ...client });
      return { ...bodyMembers(call), ...body };
    });
  },
};
