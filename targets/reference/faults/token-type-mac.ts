import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A token is of type mac. */
export const fault: Fault = {
  id: 'token-type-mac',
  description: 'A token is of type mac.',
  trips: ['token.type.bearer'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, token_type: 'mac' }));
  },
};
