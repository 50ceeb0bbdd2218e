import type { Variant } from './variant.ts';

/** A page has 20 clients at most. */
export const variant: Variant = {
  id: 'lists-capped-at-20',
  description: 'A page has 20 clients at most.',
  install: (behaviour) => {
    behaviour.longestPage = 20;
  },
};
