import { setTimeout } from 'node:timers/promises';
import type { Variant } from './variant.ts';

/** Answers take 5 to 50 milliseconds. */
export const variant: Variant = {
  id: 'slow-answers',
  description: 'Answers take 5 to 50 milliseconds.',
  install: (behaviour) => {
    let count = 0;
    behaviour.wrappers.push(async (call, next) => {
      await setTimeout(5 + ((count += 7) % 46));
      return next(call);
    });
  },
};
