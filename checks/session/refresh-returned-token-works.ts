import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Takes the refresh token that a refresh returned. */
export const refreshReturnedTokenWorks = sessionRule({
  id: 'refresh.returned-token.works',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '6' },
  claim: 'takes the refresh token that a refresh returned',
  families: ['refresh.valid'],
  judgement: accepts('refresh-again'),
});
