import { onError } from '../wrap/on-error.ts';
import type { Fault } from './fault.ts';

/** A refusal has no message. */
export const fault: Fault = {
  id: 'message-list-empty',
  description: 'A refusal has no message.',
  trips: ['error.message-list.filled'],
  install: (behaviour) => {
    onError(behaviour, 'all', (envelope) => ({ ...envelope, message_list: [] }));
  },
};
