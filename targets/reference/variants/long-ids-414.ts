import { onAnswer } from '../wrap/on-answer.ts';
import { idOperations } from '../wrap/operation-groups.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Variant } from './variant.ts';

/** An id of over 1024 characters is answered with 414. */
export const variant: Variant = {
  id: 'long-ids-414',
  description: 'An id of over 1024 characters is answered with 414.',
  install: (behaviour) => {
    onAnswer(behaviour, idOperations, (answer, call) =>
      call.clientId.length > 1024 && answer.status === 404 ? withStatus(answer, 414) : answer,
    );
  },
};
