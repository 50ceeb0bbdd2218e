import { overStatuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Answers 404 for an unknown token, or 200 as the standard has it. */
export const revokeUnknownSettled = sessionRule({
  id: 'revoke.unknown.settled',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_revoke_token_post' },
  claim: 'answers 404 for an unknown token, or 200 as the standard has it',
  families: ['revoke.unknown', 'revoke.again'],
  judgement: overStatuses(['main'], '404 or 200', (status) => status === 404 || status === 200),
});
