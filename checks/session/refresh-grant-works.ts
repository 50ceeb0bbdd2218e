import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Gives a new access token for a good refresh token. */
export const refreshGrantWorks = sessionRule({
  id: 'refresh.grant.works',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '6' },
  claim: 'gives a new access token for a good refresh token',
  families: ['refresh.valid'],
  judgement: accepts('main'),
});
