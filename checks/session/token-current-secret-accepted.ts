import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Takes the secret that the last update has answered with. */
export const tokenCurrentSecretAccepted = sessionRule({
  id: 'token.current-secret.accepted',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_token_post' },
  claim: 'takes the secret that the last update has answered with',
  families: ['token.rotated.new'],
  judgement: accepts('main'),
});
