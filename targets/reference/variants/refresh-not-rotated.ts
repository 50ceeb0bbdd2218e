import type { Variant } from './variant.ts';

/** A refresh token stays the same, as it may for a client with a secret. */
export const variant: Variant = {
  id: 'refresh-not-rotated',
  description: 'A refresh token stays the same, as it may for a client with a secret.',
  install: (behaviour) => {
    behaviour.rotatesRefreshTokens = false;
  },
};
