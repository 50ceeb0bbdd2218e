import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Gives no token to a client that it does not know. */
export const tokenClientKnown = sessionRule({
  id: 'token.client.known',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.3' },
  claim: 'gives no token to a client that it does not know',
  families: ['token.client.'],
  judgement: refuses('main'),
});
