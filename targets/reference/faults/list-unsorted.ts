import { onJson } from '../wrap/on-json.ts';
import { withoutMembers } from '../wrap/without-members.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list is not sorted. */
export const fault: Fault = {
  id: 'list-unsorted',
  description: 'A list is not sorted.',
  trips: ['list.order.reversed'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) => withoutMembers(members, 'sort_attribute', 'sort_order'));
  },
};
