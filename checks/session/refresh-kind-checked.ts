import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Takes no code or access token for a refresh token. */
export const refreshKindChecked = sessionRule({
  id: 'refresh.kind.checked',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '6' },
  claim: 'takes no code or access token for a refresh token',
  families: ['refresh.other-kind.'],
  judgement: refuses('main'),
});
