import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Redeems a code with its own redirect URI only. */
export const codeRedirectBound = sessionRule({
  id: 'code.redirect.bound',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.3' },
  claim: 'redeems a code with its own redirect URI only',
  families: ['code.redirect.'],
  judgement: refuses('main'),
});
