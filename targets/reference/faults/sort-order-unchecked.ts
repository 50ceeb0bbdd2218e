import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A sort order outside the two words is ignored. */
export const fault: Fault = {
  id: 'sort-order-unchecked',
  description: 'A sort order outside the two words is ignored.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) =>
        name === 'sort_order' && value !== 'DESCENDING' ? 'ASCENDING' : value,
      ),
    );
  },
};
