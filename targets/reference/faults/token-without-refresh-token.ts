import { onSuccess } from '../wrap/on-success.ts';
import { withoutMembers } from '../wrap/without-members.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** An exchanged code gives no refresh token. */
export const fault: Fault = {
  id: 'token-without-refresh-token',
  description: 'An exchanged code gives no refresh token.',
  trips: ['response.schema.valid'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => withoutMembers(body, 'refresh_token'));
  },
};
