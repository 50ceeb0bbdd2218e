import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Redeems no code that it has not issued. */
export const codeInventedRefused = sessionRule({
  id: 'code.invented.refused',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.3' },
  claim: 'redeems no code that it has not issued',
  families: ['code.invented.'],
  judgement: refuses('main'),
});
