import { authenticates } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';

/** Ends no token but the one that is named. */
export const revokeStrangerNoEffect = sessionRule({
  id: 'revoke.stranger.no-effect',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_revoke_token_post' },
  claim: 'ends no token but the one that is named',
  families: ['revoke.unknown', 'revoke.near-miss'],
  when: (attempt) => takesBearer(attempt, 'use-token-before'),
  judgement: authenticates('use-token'),
});
