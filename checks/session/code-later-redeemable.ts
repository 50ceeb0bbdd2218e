import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Ten minutes is the most, and no least is said: but a code has to outlive the way from one machine to another. */
export const codeLaterRedeemable = sessionRule({
  id: 'code.later.redeemable',
  level: 'SHOULD',
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'redeems a code that is some seconds old',
  families: ['later.code'],
  judgement: accepts('main'),
});
