import { authenticates } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';

/** Where the gateway takes a generated token and not a redeemed one, it is the token that is bad. */
export const bearerRedeemedAccepted = sessionRule({
  id: 'bearer.redeemed.accepted',
  level: 'MUST',
  source: { document: 'RFC 6750', section: '2.1' },
  claim: 'takes the access token of a redeemed code',
  families: ['token.redeem'],
  when: (attempt) => takesBearer(attempt, 'use-generated'),
  judgement: authenticates('use-redeemed'),
});
