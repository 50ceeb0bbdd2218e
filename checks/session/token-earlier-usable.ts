import { authenticates } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded, takesBearer } from './settled-answer.ts';

/** A target may allow one session a client on purpose: a warning. */
export const tokenEarlierUsable = sessionRule({
  id: 'token.earlier.usable',
  level: 'SHOULD',
  source: { document: 'contract', section: 'oauth_token_post' },
  claim: 'keeps an access token when its client is given another one',
  families: ['beside.earlier-token'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && succeeded(attempt, 'main'),
  judgement: authenticates('use-token'),
});
