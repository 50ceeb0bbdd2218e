import type { Variant } from './variant.ts';

/** The tokens of a deleted client live on, which is a warning. */
export const variant: Variant = {
  id: 'tokens-kept-after-deletion',
  description: 'The tokens of a deleted client live on, which is a warning.',
  install: (behaviour) => {
    behaviour.tokensOutliveClient = true;
  },
};
