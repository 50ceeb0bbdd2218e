import { authenticates } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';

/** Gives an access token that the gateway takes. */
export const refreshAccessTokenAccepted = sessionRule({
  id: 'refresh.access-token.accepted',
  level: 'MUST',
  source: { document: 'RFC 6750', section: '2.1' },
  claim: 'gives an access token that the gateway takes',
  families: ['refresh.valid', 'refresh.chain'],
  when: (attempt) => takesBearer(attempt, 'use-token-before'),
  judgement: authenticates('use-refreshed', 'use-again'),
});
