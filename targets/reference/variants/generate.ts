import type { Variant } from './variant.ts';

/** Lawful lifetimes of generated tokens. */
export const generateVariants: readonly Variant[] = [
  {
    id: 'expires-in-clamped',
    description: 'A lifetime of 0 or less is replaced by the shortest one.',
    install: (behaviour) => {
      const lifetime = behaviour.generatedLifetimeS;
      behaviour.generatedLifetimeS = (asked) => lifetime(asked > 0n ? asked : 1n);
    },
  },
  {
    id: 'long-lifetimes-refused',
    description: 'A lifetime beyond 32 bits is refused.',
    install: (behaviour) => {
      const lifetime = behaviour.generatedLifetimeS;
      behaviour.generatedLifetimeS = (asked) => (asked < 2n ** 31n ? lifetime(asked) : null);
    },
  },
];
