import type { Variant } from './variant.ts';

/** A scope that is wider than that of the client is narrowed, and the token says so. */
export const variant: Variant = {
  id: 'scope-narrowed',
  description: 'A scope that is wider than that of the client is narrowed, and the token says so.',
  install: (behaviour) => {
    behaviour.grantableScopes = (asked, client) =>
      asked.filter((scope) => client.default_scopes.includes(scope));
  },
};
