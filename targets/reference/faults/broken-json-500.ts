import { bodyJson } from '../wrap/body-json.ts';
import { failWhen } from '../wrap/fail-when.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Broken JSON is an exception. */
export const fault: Fault = {
  id: 'broken-json-500',
  description: 'Broken JSON is an exception.',
  trips: ['robustness.server-error.none'],
  operations: jsonOperations,
  install: (behaviour) => {
    failWhen(behaviour, jsonOperations, (call) => call.body.length > 0 && bodyJson(call) === undefined);
  },
};
