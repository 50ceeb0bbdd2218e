import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Takes no refresh token that it has not issued. */
export const refreshInventedRefused = sessionRule({
  id: 'refresh.invented.refused',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '6' },
  claim: 'takes no refresh token that it has not issued',
  families: ['refresh.invented.'],
  judgement: refuses('main'),
});
