import type { Variant } from './variant.ts';

/** An update leaves the client its secret. */
export const variant: Variant = {
  id: 'secret-kept-on-update',
  description: 'An update leaves the client its secret.',
  install: (behaviour) => {
    behaviour.rotatesClientSecrets = false;
  },
};
