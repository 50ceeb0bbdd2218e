import type { Variant } from './variant.ts';

/** A lifetime beyond 32 bits is refused. */
export const variant: Variant = {
  id: 'long-lifetimes-refused',
  description: 'A lifetime beyond 32 bits is refused.',
  install: (behaviour) => {
    const lifetime = behaviour.generatedLifetimeS;
    behaviour.generatedLifetimeS = (asked) => (asked < 2n ** 31n ? lifetime(asked) : null);
  },
};
