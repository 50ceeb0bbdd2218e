import { bodyMembers } from '../wrap/body-members.ts';
import { failWhen } from '../wrap/fail-when.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A NUL in a text is an exception of the database. */
export const fault: Fault = {
  id: 'null-character-500',
  description: 'A NUL in a text is an exception of the database.',
  trips: ['robustness.server-error.none'],
  operations: namingOperations,
  install: (behaviour) => {
    failWhen(behaviour, namingOperations, (call) => JSON.stringify(bodyMembers(call)).includes('\\u0000'));
  },
};
