import { onError } from '../wrap/on-error.ts';
import type { Fault } from './fault.ts';

/** The kind of a refusal is error. */
export const fault: Fault = {
  id: 'kind-error',
  description: 'The kind of a refusal is error.',
  trips: ['error.kind.documented'],
  install: (behaviour) => {
    onError(behaviour, 'all', (envelope) => ({ ...envelope, kind: 'error' }));
  },
};
