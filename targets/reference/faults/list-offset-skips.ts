import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A page starts one client too late. */
export const fault: Fault = {
  id: 'list-offset-skips',
  description: 'A page starts one client too late.',
  trips: ['list.offset.moves'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) =>
        name === 'offset' && typeof value === 'number' && value > 0 ? value + 1 : value,
      ),
    );
  },
};
