import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Redeems a good code, also while others have one. */
export const tokenCodeRedeemed = sessionRule({
  id: 'token.code.redeemed',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.4' },
  claim: 'redeems a good code',
  families: ['token.redeem', 'bearer.use', 'beside.code-of-other'],
  judgement: accepts('main'),
});
