import { overStatuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/** Is not found after its deletion, by reading or deleting it. */
export const clientLifecycleGone = sessionRule({
  id: 'client.lifecycle.gone',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_delete' },
  claim: 'is not found after its deletion, by reading or deleting it',
  families: ['client.lifecycle'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: overStatuses(['read-back', 'delete-again'], '404', (status) => status === 404),
});
