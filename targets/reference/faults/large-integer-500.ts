import { bodyMembers } from '../wrap/body-members.ts';
import { failWhen } from '../wrap/fail-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post', 'oauth_generate_token_post'] as const;

/** An integer beyond 32 bits is an exception. */
export const fault: Fault = {
  id: 'large-integer-500',
  description: 'An integer beyond 32 bits is an exception.',
  trips: ['robustness.server-error.none'],
  operations,
  install: (behaviour) => {
    failWhen(behaviour, operations, (call) =>
      Object.values(bodyMembers(call)).some(
        (value) => typeof value === 'number' && Math.abs(value) > 2 ** 31 - 1,
      ),
    );
  },
};
