import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list is always sorted upwards. */
export const fault: Fault = {
  id: 'list-sort-order-ignored',
  description: 'A list is always sorted upwards.',
  trips: ['list.order.reversed'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) =>
        name === 'sort_order' && value === 'DESCENDING' ? 'ASCENDING' : value,
      ),
    );
  },
};
