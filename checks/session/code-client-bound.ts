import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Redeems a code for no client but its own. */
export const codeClientBound = sessionRule({
  id: 'code.client.bound',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.3' },
  claim: 'redeems a code for no client but its own',
  families: ['code.other-client.'],
  judgement: refuses('main'),
});
