import { unauthorized } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';

/** The hint only helps to find the token: the search goes on where it misleads. */
export const revokeRefreshHintSearchExtended = sessionRule({
  id: 'revoke.refresh-hint.search-extended',
  level: 'MUST',
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'ends an access token although the hint says otherwise',
  families: ['revoke.access-token.refresh-hint'],
  when: (attempt) => takesBearer(attempt, 'use-token-before'),
  judgement: unauthorized('use-token', 'use-token-again'),
});
