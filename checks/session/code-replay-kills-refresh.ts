import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { wasRefused } from './settled-answer.ts';

/** Revokes the refresh token of a code that is redeemed again. */
export const codeReplayKillsRefresh = sessionRule({
  id: 'code.replay.kills-refresh',
  level: 'SHOULD',
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'revokes the refresh token of a code that is redeemed again',
  families: ['code.replay'],
  when: (attempt) => wasRefused(attempt, 'main'),
  judgement: refuses('refresh-after'),
});
