import { onSuccess } from '../wrap/on-success.ts';
import { withoutMembers } from '../wrap/without-members.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list has no metadata. */
export const fault: Fault = {
  id: 'list-without-metadata',
  description: 'A list has no metadata.',
  trips: ['response.schema.valid'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => withoutMembers(body, 'metadata'));
  },
};
