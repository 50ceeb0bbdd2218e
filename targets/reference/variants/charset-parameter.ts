import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Variant } from './variant.ts';

/** JSON has a charset parameter. */
export const variant: Variant = {
  id: 'charset-parameter',
  description: 'JSON has a charset parameter.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.body === null ? answer : withHeader(answer, 'Content-Type', 'application/json; charset=UTF-8'),
    );
  },
};
