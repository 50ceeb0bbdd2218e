import { ofStep } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';
import { changedSince } from './stored-client.ts';

/** What a user grants is less than what the client has registered for, and is no reason to change that. */
export const clientUsedRemembered = sessionRule({
  id: 'client.used.remembered',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_get' },
  claim: 'is not changed by what is granted to it',
  families: ['client.used'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: ofStep('read-back', (attempt) => changedSince(attempt, 'read-back', 'main')),
});
