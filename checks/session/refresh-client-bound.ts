import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Refreshes for no client but the one the token was issued to. */
export const refreshClientBound = sessionRule({
  id: 'refresh.client.bound',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '6' },
  claim: 'refreshes for no client but the one the token was issued to',
  families: ['refresh.other-client'],
  judgement: refuses('main'),
});
