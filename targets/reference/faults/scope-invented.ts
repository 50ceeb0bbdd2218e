import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A token has a scope that nobody asked for. */
export const fault: Fault = {
  id: 'scope-invented',
  description: 'A token has a scope that nobody asked for.',
  trips: ['token.scope.known'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, scope: `${String(body['scope'])} all` }));
  },
};
