import { unauthorized } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer, wasRefused } from './settled-answer.ts';

/** Revokes the access token of a code that is redeemed again. */
export const codeReplayKillsAccess = sessionRule({
  id: 'code.replay.kills-access',
  level: 'SHOULD',
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'revokes the access token of a code that is redeemed again',
  families: ['code.replay'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && wasRefused(attempt, 'main'),
  judgement: unauthorized('use-token'),
});
