import { onAnswer } from '../wrap/on-answer.ts';
import type { Variant } from './variant.ts';

/** JSON is ASCII, with escapes for all other characters. */
export const variant: Variant = {
  id: 'escaped-json',
  description: 'JSON is ASCII, with escapes for all other characters.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.body === null
        ? answer
        : {
            ...answer,
            payload: JSON.stringify(answer.body).replace(
              /[\u0080-\uffff]/g,
              (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
            ),
          },
    );
  },
};
