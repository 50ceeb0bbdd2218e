import { onMessage } from '../wrap/on-message.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Details are a number. */
export const fault: Fault = {
  id: 'details-as-number',
  description: 'Details are a number.',
  trips: ['error.members.typed'],
  operations: jsonOperations,
  install: (behaviour) => {
    onMessage(behaviour, jsonOperations, (message) => ({ ...message, details: 42 }));
  },
};
