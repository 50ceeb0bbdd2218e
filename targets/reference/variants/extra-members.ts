import { onAnswer } from '../wrap/on-answer.ts';
import type { Variant } from './variant.ts';

/** Every JSON object of an answer has members that the contract does not know. */
export const variant: Variant = {
  id: 'extra-members',
  description: 'Every JSON object of an answer has members that the contract does not know.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.body === null ? answer : { ...answer, body: { ...answer.body, extra: { nested: [null, 1.5] } } },
    );
  },
};
