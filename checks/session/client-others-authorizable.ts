import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Is not hindered by a change to another client. */
export const clientOthersAuthorizable = sessionRule({
  id: 'client.others.authorizable',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_authorize_post' },
  claim: 'is not hindered by a change to another client',
  families: ['client.others.'],
  judgement: accepts('authorize-other'),
});
