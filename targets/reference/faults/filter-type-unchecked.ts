import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A filter or sort attribute that is no string is ignored. */
export const fault: Fault = {
  id: 'filter-type-unchecked',
  description: 'A filter or sort attribute that is no string is ignored.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) =>
        (name === 'filter' || name === 'sort_attribute') && typeof value !== 'string' ? '' : value,
      ),
    );
  },
};
