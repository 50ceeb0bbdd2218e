import { bodyMembers } from '../wrap/body-members.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Variant } from './variant.ts';

/** A text with a NUL is refused. */
export const variant: Variant = {
  id: 'null-characters-refused',
  description: 'A text with a NUL is refused.',
  install: (behaviour) => {
    refuseWhen(behaviour, jsonOperations, (call) =>
      Object.values(bodyMembers(call))
        .flat()
        .some((value) => typeof value === 'string' && value.includes('\0')),
    );
  },
};
