import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Ignores parameters that it does not know. */
export const tokenExtraIgnored = sessionRule({
  id: 'token.extra.ignored',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '3.2' },
  claim: 'ignores parameters that it does not know',
  families: ['token.extra.'],
  judgement: accepts('main'),
});
