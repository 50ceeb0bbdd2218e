import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** A revocation without a body is refused. */
export const fault: Fault = {
  id: 'revocation-needs-body',
  description: 'A revocation without a body is refused.',
  trips: ['request.valid.accepted'],
  operations,
  install: (behaviour) => {
    refuseWhen(behaviour, operations, (call) => call.body.length === 0);
  },
};
