import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Redeems a code once. */
export const codeReplayRefused = sessionRule({
  id: 'code.replay.refused',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'redeems a code once',
  families: ['code.replay'],
  judgement: refuses('main'),
});
