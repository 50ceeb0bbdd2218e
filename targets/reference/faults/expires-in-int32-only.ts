import { bodyMembers } from '../wrap/body-members.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** A lifetime beyond 32 bits is refused. */
export const fault: Fault = {
  id: 'expires-in-int32-only',
  description: 'A lifetime beyond 32 bits is refused.',
  trips: ['request.valid.accepted'],
  operations,
  install: (behaviour) => {
    refuseWhen(behaviour, operations, (call) => Number(bodyMembers(call)['expires_in'] ?? 0) > 2 ** 31 - 1);
  },
};
