import { onMessage } from '../wrap/on-message.ts';
import type { Fault } from './fault.ts';

/** Details are a string. */
export const fault: Fault = {
  id: 'details-as-text',
  description: 'Details are a string.',
  trips: ['error.details.map'],
  install: (behaviour) => {
    onMessage(behaviour, 'all', (message) => ({ ...message, details: 'Request could not be processed.' }));
  },
};
