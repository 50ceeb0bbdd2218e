import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Finds a token that it has issued. */
export const revokeKnownSucceeds = sessionRule({
  id: 'revoke.known.succeeds',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_revoke_token_post' },
  claim: 'finds a token that it has issued',
  families: [
    'revoke.access-token.no-hint',
    'revoke.access-token.access-hint',
    'revoke.refresh-token.refresh-hint',
    'revoke.others',
  ],
  judgement: accepts('main'),
});
