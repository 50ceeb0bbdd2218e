import type { Variant } from './variant.ts';

/** A grant has the default scopes of the client, whatever narrower ones are asked for. */
export const variant: Variant = {
  id: 'default-scope-always',
  description: 'A grant has the default scopes of the client, whatever narrower ones are asked for.',
  install: (behaviour) => {
    const grantable = behaviour.grantableScopes;
    behaviour.grantableScopes = (asked, client) =>
      grantable(asked, client) === null ? null : client.default_scopes;
  },
};
