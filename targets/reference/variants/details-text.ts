import { onMessage } from '../wrap/on-message.ts';
import type { Variant } from './variant.ts';

/** Details are a string, as recorded. */
export const variant: Variant = {
  id: 'details-text',
  description: 'Details are a string, as recorded.',
  install: (behaviour) => {
    onMessage(behaviour, 'all', (message) => ({
      ...message,
      details: 'Basic realm="Intent Gateway Login Required"',
    }));
  },
};
