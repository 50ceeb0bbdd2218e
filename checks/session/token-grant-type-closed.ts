import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Gives no token for another grant type. */
export const tokenGrantTypeClosed = sessionRule({
  id: 'token.grant-type.closed',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_token_post' },
  claim: 'gives no token for another grant type',
  families: ['token.grant-type.'],
  judgement: refuses('main'),
});
