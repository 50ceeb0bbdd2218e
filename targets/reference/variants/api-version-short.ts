import { onError } from '../wrap/on-error.ts';
import type { Variant } from './variant.ts';

/** The API version is 3.1, as recorded. */
export const variant: Variant = {
  id: 'api-version-short',
  description: 'The API version is 3.1, as recorded.',
  install: (behaviour) => {
    onError(behaviour, 'all', (envelope) => ({ ...envelope, api_version: '3.1' }));
  },
};
