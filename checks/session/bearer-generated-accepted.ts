import { authenticates } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';

/** Where the gateway takes a redeemed token and not a generated one, it is the token that is bad. */
export const bearerGeneratedAccepted = sessionRule({
  id: 'bearer.generated.accepted',
  level: 'MUST',
  source: { document: 'RFC 6750', section: '2.1' },
  claim: 'takes a generated access token',
  families: ['generate.life', 'generate.long-life'],
  when: (attempt) => takesBearer(attempt, 'use-token-before'),
  judgement: authenticates('use-generated'),
});
