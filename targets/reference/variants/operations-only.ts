import type { Variant } from './variant.ts';

/** Nothing but the 12 operations is served: no `/users/me`, with whatever token. */
export const variant: Variant = {
  id: 'operations-only',
  description: 'Nothing but the 12 operations is served: no `/users/me`, with whatever token.',
  install: (behaviour) => {
    behaviour.wrappers.push((call, next) =>
      next(call.operation === 'users_me' ? { ...call, operation: null, resource: null } : call),
    );
  },
};
