import { onError } from '../wrap/on-error.ts';
import type { Fault } from './fault.ts';

/** Refusals of clients are of kind oauth. */
export const fault: Fault = {
  id: 'kind-of-the-other-model',
  description: 'Refusals of clients are of kind oauth.',
  trips: ['error.kind.own'],
  install: (behaviour) => {
    onError(behaviour, 'all', (envelope) => ({ ...envelope, kind: 'oauth' }));
  },
};
