import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Numbers and booleans become text. */
export const fault: Fault = {
  id: 'texts-coerced',
  description: 'Numbers and booleans become text.',
  trips: ['request.invalid.refused'],
  operations: namingOperations,
  install: (behaviour) => {
    onJson(behaviour, namingOperations, (members) =>
      mapMembers(members, (value, name) =>
        name.startsWith('client_') && (typeof value === 'number' || typeof value === 'boolean')
          ? String(value)
          : value,
      ),
    );
  },
};
