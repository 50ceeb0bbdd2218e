import { onMessage } from '../wrap/on-message.ts';
import type { Variant } from './variant.ts';

/** Details are a map of lists, as recorded. */
export const variant: Variant = {
  id: 'details-of-lists',
  description: 'Details are a map of lists, as recorded.',
  install: (behaviour) => {
    onMessage(behaviour, 'all', (message) => ({ ...message, details: { '': ['the request is not valid'] } }));
  },
};
