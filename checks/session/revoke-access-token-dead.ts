import { unauthorized } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';

/** Ends an access token at once. */
export const revokeAccessTokenDead = sessionRule({
  id: 'revoke.access-token.dead',
  level: 'MUST',
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'ends an access token at once',
  families: ['revoke.access-token.no-hint', 'revoke.access-token.access-hint'],
  when: (attempt) => takesBearer(attempt, 'use-token-before'),
  judgement: unauthorized('use-token', 'use-token-again'),
});
