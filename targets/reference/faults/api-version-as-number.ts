import { onError } from '../wrap/on-error.ts';
import type { Fault } from './fault.ts';

/** The API version is a number. */
export const fault: Fault = {
  id: 'api-version-as-number',
  description: 'The API version is a number.',
  trips: ['error.members.typed'],
  install: (behaviour) => {
    onError(behaviour, 'all', (envelope) => ({ ...envelope, api_version: 3.1 }));
  },
};
