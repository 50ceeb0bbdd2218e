import { bodyMembers } from '../wrap/body-members.ts';
import { failWhen } from '../wrap/fail-when.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A null is an exception. */
export const fault: Fault = {
  id: 'null-500',
  description: 'A null is an exception.',
  trips: ['robustness.server-error.none'],
  operations: jsonOperations,
  install: (behaviour) => {
    failWhen(behaviour, jsonOperations, (call) => Object.values(bodyMembers(call)).includes(null));
  },
};
