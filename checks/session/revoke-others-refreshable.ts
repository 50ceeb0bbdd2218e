import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Leaves the refresh token of another client alone. */
export const revokeOthersRefreshable = sessionRule({
  id: 'revoke.others.refreshable',
  level: 'MUST',
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'leaves the refresh token of another client alone',
  families: ['revoke.others'],
  judgement: accepts('refresh-other'),
});
