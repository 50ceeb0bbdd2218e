import { onError } from '../wrap/on-error.ts';
import type { Fault } from './fault.ts';

/** The state of a refusal is FAILED. */
export const fault: Fault = {
  id: 'state-failed',
  description: 'The state of a refusal is FAILED.',
  trips: ['error.state.error'],
  install: (behaviour) => {
    onError(behaviour, 'all', (envelope) => ({ ...envelope, state: 'FAILED' }));
  },
};
