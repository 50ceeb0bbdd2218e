import { onAnswer } from '../wrap/on-answer.ts';
import type { Variant } from './variant.ts';

/** Header names are in lower case. */
export const variant: Variant = {
  id: 'lower-case-headers',
  description: 'Header names are in lower case.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => ({
      ...answer,
      headers: Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
    }));
  },
};
