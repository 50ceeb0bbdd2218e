import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/** Takes a redirect URI as soon as an update has registered it. */
export const authorizeAddedUriAccepted = sessionRule({
  id: 'authorize.added-uri.accepted',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_put' },
  claim: 'takes a redirect URI as soon as an update has registered it',
  families: ['authorize.added.'],
  when: (attempt) => succeeded(attempt, 'update'),
  judgement: accepts('main'),
});
