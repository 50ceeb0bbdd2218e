import { onSuccess } from '../wrap/on-success.ts';
import type { Variant } from './variant.ts';

const operations = ['oauth_client_list_post'] as const;

/** The metadata of a list is its kind. */
export const variant: Variant = {
  id: 'metadata-minimal',
  description: 'The metadata of a list is its kind.',
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, metadata: { kind: 'oauth_client' } }));
  },
};
