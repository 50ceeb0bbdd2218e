import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Null is taken as the empty text or array. */
export const fault: Fault = {
  id: 'null-as-empty',
  description: 'Null is taken as the empty text or array.',
  trips: ['request.invalid.refused'],
  operations: namingOperations,
  install: (behaviour) => {
    onJson(behaviour, namingOperations, (members) =>
      mapMembers(members, (value, name) => (value !== null ? value : name.endsWith('s') ? [] : '')),
    );
  },
};
