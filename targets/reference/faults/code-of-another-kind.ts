import { onError } from '../wrap/on-error.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** The code of a refusal is that of an inner service. */
export const fault: Fault = {
  id: 'code-of-another-kind',
  description: 'The code of a refusal is that of an inner service.',
  trips: ['error.code.equals-status'],
  operations: jsonOperations,
  install: (behaviour) => {
    onError(behaviour, jsonOperations, (envelope) => ({ ...envelope, code: 602 }));
  },
};
