import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Whether the target knows PKCE (then the verifier fits) or not (then both parameters are unknown and ignored). */
export const authorizePkceRedeemable = sessionRule({
  id: 'authorize.pkce.redeemable',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '3.2' },
  claim: 'redeems a code asked for with PKCE when the right verifier comes',
  families: ['authorize.extra.pkce'],
  judgement: accepts('redeem-verified'),
});
