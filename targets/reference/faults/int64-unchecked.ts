import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** A lifetime beyond 64 bits is accepted, as a double holds it somehow. */
export const fault: Fault = {
  id: 'int64-unchecked',
  description: 'A lifetime beyond 64 bits is accepted, as a double holds it somehow.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value) => (typeof value === 'number' && value >= 2 ** 63 ? 3600 : value)),
    );
  },
};
