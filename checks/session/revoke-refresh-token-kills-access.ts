import { unauthorized } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer, wasRefused } from './settled-answer.ts';

/** Ends the access token together with its refresh token. */
export const revokeRefreshTokenKillsAccess = sessionRule({
  id: 'revoke.refresh-token.kills-access',
  level: 'SHOULD',
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'ends the access token together with its refresh token',
  families: ['revoke.refresh-token.'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && wasRefused(attempt, 'refresh-after'),
  judgement: unauthorized('use-token'),
});
