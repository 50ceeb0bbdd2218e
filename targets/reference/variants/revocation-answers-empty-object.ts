import { onSuccess } from '../wrap/on-success.ts';
import type { Variant } from './variant.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** A revocation answers the empty object, which the model allows. */
export const variant: Variant = {
  id: 'revocation-answers-empty-object',
  description: 'A revocation answers the empty object, which the model allows.',
  install: (behaviour) => {
    onSuccess(behaviour, operations, () => ({}));
  },
};
