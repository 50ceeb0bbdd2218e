import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list has one client more than asked for. */
export const fault: Fault = {
  id: 'list-length-off-by-one',
  description: 'A list has one client more than asked for.',
  trips: ['list.length.honoured'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) =>
        name === 'length' && typeof value === 'number' && value > 0 ? value + 1 : value,
      ),
    );
  },
};
