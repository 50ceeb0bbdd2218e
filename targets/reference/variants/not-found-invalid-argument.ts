import { onMessage } from '../wrap/on-message.ts';
import { idOperations } from '../wrap/operation-groups.ts';
import type { Variant } from './variant.ts';

/** An unknown client has the reason INVALID_ARGUMENT, as recorded from a gateway. */
export const variant: Variant = {
  id: 'not-found-invalid-argument',
  description: 'An unknown client has the reason INVALID_ARGUMENT, as recorded from a gateway.',
  install: (behaviour) => {
    onMessage(behaviour, idOperations, (message) =>
      message['reason'] === 'ENTITY_NOT_FOUND' ? { ...message, reason: 'INVALID_ARGUMENT' } : message,
    );
  },
};
