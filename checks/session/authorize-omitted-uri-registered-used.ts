import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** The contract leaves the parameter out of what is required, without saying what then happens. */
export const authorizeOmittedUriRegisteredUsed = sessionRule({
  id: 'authorize.omitted-uri.registered-used',
  level: 'SHOULD',
  source: { document: 'RFC 6749', section: '3.1.2.3' },
  claim: 'uses the only registered redirect URI where none is sent',
  families: ['authorize.omitted.single'],
  judgement: accepts('main'),
});
