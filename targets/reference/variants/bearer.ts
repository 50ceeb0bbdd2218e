import type { Variant } from './variant.ts';

/** Lawful ways to treat access tokens at the gateway. */
export const bearerVariants: readonly Variant[] = [
  {
    id: 'no-bearer',
    description: 'The gateway takes no Bearer tokens at all.',
    install: (behaviour) => {
      behaviour.takesBearer = false;
    },
  },
  {
    id: 'operations-only',
    description: 'Nothing but the 12 operations is served: no `/users/me`, with whatever token.',
    install: (behaviour) => {
      behaviour.wrappers.push((call, next) =>
        next(call.operation === 'users_me' ? { ...call, operation: null, resource: null } : call),
      );
    },
  },
  {
    id: 'tokens-kept-after-deletion',
    description: 'The tokens of a deleted client live on, which is a warning.',
    install: (behaviour) => {
      behaviour.tokensOutliveClient = true;
    },
  },
];
