import { onError } from '../wrap/on-error.ts';
import { idOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Messages are plain strings. */
export const fault: Fault = {
  id: 'message-as-text',
  description: 'Messages are plain strings.',
  trips: ['error.message-list.filled'],
  operations: idOperations,
  install: (behaviour) => {
    onError(behaviour, idOperations, (envelope) => ({
      ...envelope,
      message_list: ['The client does not exist.'],
    }));
  },
};
