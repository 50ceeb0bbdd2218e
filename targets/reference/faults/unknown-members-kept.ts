import { bodyMembers } from '../wrap/body-members.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post'] as const;

/** Members that the contract does not know are kept and answered. */
export const fault: Fault = {
  id: 'unknown-members-kept',
  description: 'Members that the contract does not know are kept and answered.',
  trips: ['client.unknown-member.dropped'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, call) => ({ ...bodyMembers(call), ...body }));
  },
};
