import { randomBytes } from 'node:crypto';
import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** The token in the query is not percent-decoded, and tokens are Base64. */
export const fault: Fault = {
  id: 'revocation-undecoded',
  description: 'The token in the query is not percent-decoded, and tokens are Base64.',
  trips: ['revoke.known.succeeds'],
  operations: operations,
  install: (behaviour) => {
    behaviour.newToken = () => randomBytes(32).toString('base64');
    onCall(behaviour, operations, (call) => ({ ...call, query: call.query.replaceAll('%', '%25') }));
  },
};
