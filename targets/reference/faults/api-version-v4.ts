import { onError } from '../wrap/on-error.ts';
import type { Fault } from './fault.ts';

/** The API version is that of another API. */
export const fault: Fault = {
  id: 'api-version-v4',
  description: 'The API version is that of another API.',
  trips: ['error.api-version.known'],
  install: (behaviour) => {
    onError(behaviour, 'all', (envelope) => ({ ...envelope, api_version: '4.0' }));
  },
};
