import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** As often as a client needs it: none of the standards has a session end by the number of its refreshes. */
export const refreshReturnedTokenWorks = sessionRule({
  id: 'refresh.returned-token.works',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '6' },
  claim: 'takes the refresh token that a refresh returned',
  families: ['refresh.valid', 'refresh.chain'],
  judgement: accepts('refresh-again', 'refresh-third', 'refresh-fourth'),
});
