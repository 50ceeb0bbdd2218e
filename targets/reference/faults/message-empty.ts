import { onMessage } from '../wrap/on-message.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Messages are empty. */
export const fault: Fault = {
  id: 'message-empty',
  description: 'Messages are empty.',
  trips: ['error.message-list.filled'],
  operations: jsonOperations,
  install: (behaviour) => {
    onMessage(behaviour, jsonOperations, (message) => ({ ...message, message: '' }));
  },
};
