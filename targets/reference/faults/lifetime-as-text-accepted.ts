import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** A lifetime in a string is accepted. */
export const fault: Fault = {
  id: 'lifetime-as-text-accepted',
  description: 'A lifetime in a string is accepted.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) =>
        name === 'expires_in' && typeof value === 'string' ? 3600 : value,
      ),
    );
  },
};
