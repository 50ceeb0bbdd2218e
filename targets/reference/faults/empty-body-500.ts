import { failWhen } from '../wrap/fail-when.ts';
import { jsonOperations, formOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

const operations = [...jsonOperations, ...formOperations] as const;

/** An empty body is an exception. */
export const fault: Fault = {
  id: 'empty-body-500',
  description: 'An empty body is an exception.',
  trips: ['robustness.server-error.none'],
  operations,
  install: (behaviour) => {
    failWhen(behaviour, operations, (call) => call.body.length === 0);
  },
};
