import { sessionRule } from './session-rule.ts';
import { settledAnswer, succeeded } from './settled-answer.ts';
import { storedOtherwise } from './stored-client.ts';

/** What was written is what is read, after the registration and after the update. */
export const clientLifecycleRemembered = sessionRule({
  id: 'client.lifecycle.remembered',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_get' },
  claim: 'reads as it was written last',
  families: ['client.lifecycle'],
  judgement: {
    appliesTo: (attempt) => settledAnswer(attempt, 'read') !== null,
    judge: (attempt) => [
      ...storedOtherwise(attempt, 'read', 'register'),
      ...(succeeded(attempt, 'update') ? storedOtherwise(attempt, 'read-updated', 'update') : []),
    ],
  },
});
