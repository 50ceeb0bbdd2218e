import { onMessage } from '../wrap/on-message.ts';
import type { Fault } from './fault.ts';

/** The reason is not of the vocabulary. */
export const fault: Fault = {
  id: 'reason-in-own-words',
  description: 'The reason is not of the vocabulary.',
  trips: ['error.reason.known'],
  install: (behaviour) => {
    onMessage(behaviour, 'all', (message) => ({ ...message, reason: 'BAD_INPUT' }));
  },
};
