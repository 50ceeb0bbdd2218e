import { onSuccess } from '../wrap/on-success.ts';
import type { Variant } from './variant.ts';

const operations = ['oauth_token_post'] as const;

/** The token type is Bearer. */
export const variant: Variant = {
  id: 'token-type-capitalised',
  description: 'The token type is Bearer.',
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, token_type: 'Bearer' }));
  },
};
