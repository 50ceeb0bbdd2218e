import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Takes no token for a code. */
export const codeKindChecked = sessionRule({
  id: 'code.kind.checked',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.3' },
  claim: 'takes no token for a code',
  families: ['code.other-kind.'],
  judgement: refuses('main'),
});
