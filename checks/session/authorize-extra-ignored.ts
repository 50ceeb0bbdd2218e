import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Ignores parameters that it does not know. */
export const authorizeExtraIgnored = sessionRule({
  id: 'authorize.extra.ignored',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '3.1' },
  claim: 'ignores parameters that it does not know',
  families: ['authorize.extra.'],
  judgement: accepts('main'),
});
