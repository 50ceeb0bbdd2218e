import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** An unknown hint is ignored, as RFC 7009 section 2.2 has it and the contract does not. */
export const fault: Fault = {
  id: 'hint-unchecked',
  description: 'An unknown hint is ignored, as RFC 7009 section 2.2 has it and the contract does not.',
  trips: ['revoke.hint.enforced'],
  operations: operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call) => ({
      ...call,
      query: call.query.replace(/&?token_type_hint=(?!access_token|refresh_token)[^&]*/, ''),
    }));
  },
};
