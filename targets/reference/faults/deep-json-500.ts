import { failWhen } from '../wrap/fail-when.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Deep JSON is an exception. */
export const fault: Fault = {
  id: 'deep-json-500',
  description: 'Deep JSON is an exception.',
  trips: ['robustness.server-error.none'],
  operations: jsonOperations,
  install: (behaviour) => {
    failWhen(behaviour, jsonOperations, (call) =>
      /(?:[[{][^[\]{}]{0,40}){32}/.test(Buffer.from(call.body).toString()),
    );
  },
};
