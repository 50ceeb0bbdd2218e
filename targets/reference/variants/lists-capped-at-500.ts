import type { Variant } from './variant.ts';

/** A page has 500 clients at most. */
export const variant: Variant = {
  id: 'lists-capped-at-500',
  description: 'A page has 500 clients at most.',
  install: (behaviour) => {
    behaviour.longestPage = 500;
  },
};
