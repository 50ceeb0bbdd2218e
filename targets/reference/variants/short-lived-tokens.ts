import type { Variant } from './variant.ts';

/** Tokens live for five minutes. */
export const variant: Variant = {
  id: 'short-lived-tokens',
  description: 'Tokens live for five minutes.',
  install: (behaviour) => {
    behaviour.tokenLifetimeS = 300;
  },
};
