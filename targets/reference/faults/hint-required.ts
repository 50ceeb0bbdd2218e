import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** A revocation without a hint is refused. */
export const fault: Fault = {
  id: 'hint-required',
  description: 'A revocation without a hint is refused.',
  trips: ['request.valid.accepted'],
  operations,
  install: (behaviour) => {
    refuseWhen(behaviour, operations, (call) => !call.query.includes('token_type_hint='));
  },
};
