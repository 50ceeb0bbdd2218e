import type { Variant } from './variant.ts';

/** The gateway takes no Bearer tokens at all. */
export const variant: Variant = {
  id: 'no-bearer',
  description: 'The gateway takes no Bearer tokens at all.',
  install: (behaviour) => {
    behaviour.takesBearer = false;
  },
};
