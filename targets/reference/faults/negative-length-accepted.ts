import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A negative length is taken as unlimited. */
export const fault: Fault = {
  id: 'negative-length-accepted',
  description: 'A negative length is taken as unlimited.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) => (name === 'length' && Number(value) < 0 ? 500 : value)),
    );
  },
};
