import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A negative offset is taken as 0. */
export const fault: Fault = {
  id: 'negative-offset-accepted',
  description: 'A negative offset is taken as 0.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) => (name === 'offset' && Number(value) < 0 ? 0 : value)),
    );
  },
};
