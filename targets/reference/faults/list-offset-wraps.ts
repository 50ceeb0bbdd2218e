import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A page beyond the end is the first one. */
export const fault: Fault = {
  id: 'list-offset-wraps',
  description: 'A page beyond the end is the first one.',
  trips: ['list.offset.honoured'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) =>
        name === 'offset' && typeof value === 'number' && value > 1_000_000 ? 0 : value,
      ),
    );
  },
};
