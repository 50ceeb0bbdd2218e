import { authenticates } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded, takesBearer } from './settled-answer.ts';

/** A client that is given a token ends those of no other. */
export const tokenOthersUsable = sessionRule({
  id: 'token.others.usable',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_token_post' },
  claim: 'ends no access token by giving one to another client',
  families: ['beside.token-of-other'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && succeeded(attempt, 'main'),
  judgement: authenticates('use-token'),
});
