import { authenticates } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';

/** Leaves the access token of another client alone. */
export const revokeOthersUsable = sessionRule({
  id: 'revoke.others.usable',
  level: 'MUST',
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'leaves the access token of another client alone',
  families: ['revoke.others'],
  when: (attempt) => takesBearer(attempt, 'use-other-before'),
  judgement: authenticates('use-other'),
});
