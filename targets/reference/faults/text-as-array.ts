import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A single text is taken as an array of one. */
export const fault: Fault = {
  id: 'text-as-array',
  description: 'A single text is taken as an array of one.',
  trips: ['request.invalid.refused'],
  operations: namingOperations,
  install: (behaviour) => {
    onJson(behaviour, namingOperations, (members) =>
      mapMembers(members, (value, name) =>
        name.endsWith('s') && typeof value === 'string' ? [value] : value,
      ),
    );
  },
};
