import { onAnswer } from '../wrap/on-answer.ts';
import { withoutHeader } from '../wrap/without-header.ts';
import type { Variant } from './variant.ts';

/** A 405 has no body. */
export const variant: Variant = {
  id: 'gateway-405-empty',
  description: 'A 405 has no body.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.status === 405 ? { ...withoutHeader(answer, 'Content-Type'), body: null } : answer,
    );
  },
};
