import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

const int32Maximum = 2 ** 31 - 1;

/** A length or offset beyond 32 bits is accepted. */
export const fault: Fault = {
  id: 'int32-unchecked',
  description: 'A length or offset beyond 32 bits is accepted.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value) =>
        typeof value === 'number' && value > int32Maximum ? int32Maximum : value,
      ),
    );
  },
};
