import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Entries of arrays become text, whatever they are. */
export const fault: Fault = {
  id: 'array-entries-unchecked',
  description: 'Entries of arrays become text, whatever they are.',
  trips: ['request.invalid.refused'],
  operations: namingOperations,
  install: (behaviour) => {
    onJson(behaviour, namingOperations, (members) =>
      mapMembers(members, (value) => (Array.isArray(value) ? value.map(String) : value)),
    );
  },
};
