import { onError } from '../wrap/on-error.ts';
import type { Fault } from './fault.ts';

/** The code of a refusal is a string. */
export const fault: Fault = {
  id: 'code-as-text',
  description: 'The code of a refusal is a string.',
  trips: ['error.code.equals-status'],
  install: (behaviour) => {
    onError(behaviour, 'all', (envelope) => ({ ...envelope, code: String(envelope['code']) }));
  },
};
