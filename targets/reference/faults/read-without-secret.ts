import { onSuccess } from '../wrap/on-success.ts';
import { withoutMembers } from '../wrap/without-members.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** A client that is read has no secret. */
export const fault: Fault = {
  id: 'read-without-secret',
  description: 'A client that is read has no secret.',
  trips: ['response.schema.valid'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => withoutMembers(body, 'client_secret'));
  },
};
