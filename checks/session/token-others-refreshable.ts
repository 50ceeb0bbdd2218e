import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/** A client that is given a token ends the refresh token of no other. */
export const tokenOthersRefreshable = sessionRule({
  id: 'token.others.refreshable',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_token_post' },
  claim: 'ends no refresh token by giving one to another client',
  families: ['beside.token-of-other'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: accepts('refresh-after'),
});
