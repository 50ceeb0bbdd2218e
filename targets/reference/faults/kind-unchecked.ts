import { onJson } from '../wrap/on-json.ts';
import { withoutMembers } from '../wrap/without-members.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list request of another kind is answered. */
export const fault: Fault = {
  id: 'kind-unchecked',
  description: 'A list request of another kind is answered.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) => withoutMembers(members, 'kind'));
  },
};
