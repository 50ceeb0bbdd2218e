import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Variant } from './variant.ts';

/** Every answer closes its connection. */
export const variant: Variant = {
  id: 'connection-close',
  description: 'Every answer closes its connection.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => withHeader(answer, 'Connection', 'close'));
  },
};
