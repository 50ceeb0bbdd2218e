import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** No hint is the contract's default, `access_token`. It only helps to find the token: the search goes on. */
export const revokeAccessHintSearchExtended = sessionRule({
  id: 'revoke.access-hint.search-extended',
  level: 'MUST',
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'ends a refresh token although the hint says otherwise',
  families: ['revoke.refresh-token.no-hint', 'revoke.refresh-token.access-hint'],
  judgement: refuses('refresh-after'),
});
