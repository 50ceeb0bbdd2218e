import { onError } from '../wrap/on-error.ts';
import { withoutMembers } from '../wrap/without-members.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A refusal has no state. */
export const fault: Fault = {
  id: 'state-missing',
  description: 'A refusal has no state.',
  trips: ['error.state.error'],
  operations,
  install: (behaviour) => {
    onError(behaviour, operations, (envelope) => withoutMembers(envelope, 'state'));
  },
};
