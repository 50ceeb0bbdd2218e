import { bodyForm } from '../wrap/body-form.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A refreshed token has no scope. */
export const fault: Fault = {
  id: 'scope-lost-by-refresh',
  description: 'A refreshed token has no scope.',
  trips: ['refresh.scope.kept'],
  operations: operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, call) =>
      bodyForm(call).has('refresh_token') ? { ...body, scope: '' } : body,
    );
  },
};
