import { onJson } from '../wrap/on-json.ts';
import { withoutMembers } from '../wrap/without-members.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A filter does not filter. */
export const fault: Fault = {
  id: 'list-filter-ignored',
  description: 'A filter does not filter.',
  trips: ['list.filter.honoured'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) => withoutMembers(members, 'filter'));
  },
};
