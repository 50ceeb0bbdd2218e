import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post', 'oauth_generate_token_post'] as const;

/** The fraction of a number is cut off where an integer is asked for. */
export const fault: Fault = {
  id: 'fraction-cut-off',
  description: 'The fraction of a number is cut off where an integer is asked for.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value) => (typeof value === 'number' ? Math.trunc(value) : value)),
    );
  },
};
