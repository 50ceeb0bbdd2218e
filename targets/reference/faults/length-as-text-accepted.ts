import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

const integers = ['length', 'offset'];

/** Digits in a string count as an integer. */
export const fault: Fault = {
  id: 'length-as-text-accepted',
  description: 'Digits in a string count as an integer.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) =>
        integers.includes(name) && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
      ),
    );
  },
};
