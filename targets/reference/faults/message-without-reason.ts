import { onMessage } from '../wrap/on-message.ts';
import type { Fault } from './fault.ts';

/** Messages have no reason. */
export const fault: Fault = {
  id: 'message-without-reason',
  description: 'Messages have no reason.',
  trips: ['error.message-list.filled'],
  install: (behaviour) => {
    onMessage(behaviour, 'all', ({ message }) => ({ message }));
  },
};
