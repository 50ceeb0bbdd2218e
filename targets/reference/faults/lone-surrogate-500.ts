import { bodyMembers } from '../wrap/body-members.ts';
import { failWhen } from '../wrap/fail-when.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Half a surrogate pair is an exception. */
export const fault: Fault = {
  id: 'lone-surrogate-500',
  description: 'Half a surrogate pair is an exception.',
  trips: ['robustness.server-error.none'],
  operations: namingOperations,
  install: (behaviour) => {
    failWhen(behaviour, namingOperations, (call) => /\\ud[89a-f]/i.test(JSON.stringify(bodyMembers(call))));
  },
};
