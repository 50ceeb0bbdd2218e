import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** Every page of a list is the first. */
export const fault: Fault = {
  id: 'list-offset-ignored',
  description: 'Every page of a list is the first.',
  trips: ['list.offset.moves'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) =>
        name === 'offset' && typeof value === 'number' && value > 0 ? 0 : value,
      ),
    );
  },
};
