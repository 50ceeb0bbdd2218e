import { onError } from '../wrap/on-error.ts';
import { withoutMembers } from '../wrap/without-members.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** A refusal has no code. */
export const fault: Fault = {
  id: 'code-missing',
  description: 'A refusal has no code.',
  trips: ['error.code.equals-status'],
  operations,
  install: (behaviour) => {
    onError(behaviour, operations, (envelope) => withoutMembers(envelope, 'code'));
  },
};
