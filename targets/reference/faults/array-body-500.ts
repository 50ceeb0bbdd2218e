import { isJsonObject } from '../read-json.ts';
import { bodyJson } from '../wrap/body-json.ts';
import { failWhen } from '../wrap/fail-when.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A body that is no object is an exception. */
export const fault: Fault = {
  id: 'array-body-500',
  description: 'A body that is no object is an exception.',
  trips: ['robustness.server-error.none'],
  operations: jsonOperations,
  install: (behaviour) => {
    failWhen(behaviour, jsonOperations, (call) => !isJsonObject(bodyJson(call) ?? {}));
  },
};
