import { failWhen } from '../wrap/fail-when.ts';
import { idOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** An id that is not ASCII is an exception. */
export const fault: Fault = {
  id: 'odd-id-500',
  description: 'An id that is not ASCII is an exception.',
  trips: ['robustness.server-error.none'],
  operations: idOperations,
  install: (behaviour) => {
    failWhen(behaviour, idOperations, (call) => /%[89a-f]/i.test(call.clientId));
  },
};
