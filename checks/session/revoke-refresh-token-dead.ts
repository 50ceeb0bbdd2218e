import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Ends a refresh token at once. */
export const revokeRefreshTokenDead = sessionRule({
  id: 'revoke.refresh-token.dead',
  level: 'MUST',
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'ends a refresh token at once',
  families: ['revoke.refresh-token.refresh-hint'],
  judgement: refuses('refresh-after'),
});
