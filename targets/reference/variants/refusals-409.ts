import { onAnswer } from '../wrap/on-answer.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Variant } from './variant.ts';

/** Invalid JSON input is answered with 409. */
export const variant: Variant = {
  id: 'refusals-409',
  description: 'Invalid JSON input is answered with 409.',
  install: (behaviour) => {
    onAnswer(behaviour, jsonOperations, (answer) =>
      answer.status === 400 ? withStatus(answer, 409) : answer,
    );
  },
};
