import { bodyMembers } from '../wrap/body-members.ts';
import { failWhen } from '../wrap/fail-when.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A number where text is asked for is an exception. */
export const fault: Fault = {
  id: 'wrong-type-500',
  description: 'A number where text is asked for is an exception.',
  trips: ['robustness.server-error.none'],
  operations: namingOperations,
  install: (behaviour) => {
    failWhen(behaviour, namingOperations, (call) =>
      Object.entries(bodyMembers(call)).some(
        ([name, value]) => name.startsWith('client_') && typeof value !== 'string',
      ),
    );
  },
};
