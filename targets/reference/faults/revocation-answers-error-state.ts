import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** A success has state ERROR. */
export const fault: Fault = {
  id: 'revocation-answers-error-state',
  description: 'A success has state ERROR.',
  trips: ['revoke.answer.not-error'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, state: 'ERROR' }));
  },
};
