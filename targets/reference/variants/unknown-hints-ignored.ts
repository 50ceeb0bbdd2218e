import { onCall } from '../wrap/on-call.ts';
import type { Variant } from './variant.ts';

/** An unknown hint is ignored, as RFC 7009 section 2.2 has it and the contract does not. */
export const variant: Variant = {
  id: 'unknown-hints-ignored',
  description: 'An unknown hint is ignored, as RFC 7009 section 2.2 has it and the contract does not.',
  install: (behaviour) => {
    onCall(behaviour, ['oauth_revoke_token_post'], (call) => ({
      ...call,
      query: call.query.replace(/&?token_type_hint=(?!access_token|refresh_token)[^&]*/, ''),
    }));
  },
};
