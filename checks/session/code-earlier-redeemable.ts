import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Two windows of one user, or two users, are two authorizations. No standard says so: a warning. */
export const codeEarlierRedeemable = sessionRule({
  id: 'code.earlier.redeemable',
  level: 'SHOULD',
  source: { document: 'contract', section: 'oauth_token_post' },
  claim: 'redeems a code although its client was given another one since',
  families: ['beside.earlier-code'],
  judgement: accepts('main'),
});
