import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** Both sort orders are exchanged. */
export const fault: Fault = {
  id: 'list-sorted-upside-down',
  description: 'Both sort orders are exchanged.',
  trips: ['list.order.kept'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) => {
        if (name !== 'sort_order') return value;
        return value === 'DESCENDING' ? 'ASCENDING' : value === 'ASCENDING' ? 'DESCENDING' : value;
      }),
    );
  },
};
