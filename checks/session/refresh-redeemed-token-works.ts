import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Takes the refresh token that came with a redeemed code. */
export const refreshRedeemedTokenWorks = sessionRule({
  id: 'refresh.redeemed-token.works',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '6' },
  claim: 'takes the refresh token that came with a redeemed code',
  families: ['token.redeem', 'token.scope.', 'later.'],
  judgement: accepts('refresh-after'),
});
