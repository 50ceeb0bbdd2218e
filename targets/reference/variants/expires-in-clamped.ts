import type { Variant } from './variant.ts';

/** A lifetime of 0 or less is replaced by the shortest one. */
export const variant: Variant = {
  id: 'expires-in-clamped',
  description: 'A lifetime of 0 or less is replaced by the shortest one.',
  install: (behaviour) => {
    const lifetime = behaviour.generatedLifetimeS;
    behaviour.generatedLifetimeS = (asked) => lifetime(asked > 0n ? asked : 1n);
  },
};
