import type { Variant } from './variant.ts';

/** Revoking an access token ends its refresh token too (RFC 7009 section 2.1 allows it). */
export const variant: Variant = {
  id: 'revocation-ends-grant',
  description: 'Revoking an access token ends its refresh token too (RFC 7009 section 2.1 allows it).',
  install: (behaviour) => {
    behaviour.revokeToken = (token, store) => {
      store.revokeGrant(token.grant);
    };
  },
};
