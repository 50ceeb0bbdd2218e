import type { Variant } from './variant.ts';

/** Every refresh gives a new refresh token and ends the old one. */
export const variant: Variant = {
  id: 'refresh-rotation',
  description: 'Every refresh gives a new refresh token and ends the old one.',
  install: (behaviour) => {
    behaviour.rotatesRefreshTokens = true;
  },
};
