import { failWhen } from '../wrap/fail-when.ts';
import { idOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** An id over 255 characters is an exception of the database. */
export const fault: Fault = {
  id: 'long-id-500',
  description: 'An id over 255 characters is an exception of the database.',
  trips: ['robustness.server-error.none'],
  operations: idOperations,
  install: (behaviour) => {
    failWhen(behaviour, idOperations, (call) => call.clientId.length > 255);
  },
};
