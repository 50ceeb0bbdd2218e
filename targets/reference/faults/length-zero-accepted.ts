import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A length of 0 is taken as no length. */
export const fault: Fault = {
  id: 'length-zero-accepted',
  description: 'A length of 0 is taken as no length.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) => (name === 'length' && value === 0 ? 1 : value)),
    );
  },
};
