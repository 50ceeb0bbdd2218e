import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Variant } from './variant.ts';

/** Another media type is answered with 400. */
export const variant: Variant = {
  id: 'media-type-400',
  description: 'Another media type is answered with 400.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => (answer.status === 415 ? withStatus(answer, 400) : answer));
  },
};
