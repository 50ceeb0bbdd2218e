import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** The token in the query is not percent-decoded. */
export const fault: Fault = {
  id: 'revocation-undecoded',
  description: 'The token in the query is not percent-decoded.',
  trips: ['revoke.known.succeeds'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call) => ({ ...call, query: call.query.replaceAll('%', '%25') }));
  },
};
