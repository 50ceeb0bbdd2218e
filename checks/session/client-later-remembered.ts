import { ofMain } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { storedOtherwise } from './stored-client.ts';

/** Nobody deletes it but its owner. */
export const clientLaterRemembered = sessionRule({
  id: 'client.later.remembered',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_get' },
  claim: 'reads as it was written some seconds later, too',
  families: ['later.kept'],
  judgement: ofMain((attempt) => storedOtherwise(attempt, 'main', 'register')),
});
