import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** Without a scope the grant is empty. */
export const fault: Fault = {
  id: 'default-scopes-unused',
  description: 'Without a scope the grant is empty.',
  trips: ['token.scope.default-applied'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, scope: '' }));
  },
};
