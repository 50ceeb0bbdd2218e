import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Gives a refresh token that works for its client. */
export const generateRefreshWorks = sessionRule({
  id: 'generate.refresh.works',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '6' },
  claim: 'gives a refresh token that works for its client',
  families: ['generate.life'],
  judgement: accepts('refresh-generated', 'refresh-generated-again'),
});
