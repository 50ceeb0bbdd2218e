import { onError } from '../wrap/on-error.ts';
import { withoutMembers } from '../wrap/without-members.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A refusal has no list of messages. */
export const fault: Fault = {
  id: 'message-list-missing',
  description: 'A refusal has no list of messages.',
  trips: ['error.message-list.filled'],
  operations,
  install: (behaviour) => {
    onError(behaviour, operations, (envelope) => withoutMembers(envelope, 'message_list'));
  },
};
