import type { Attempt, Violation } from '../rule.ts';
import { ofStep } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';
import { changedSince, clientAnswer, storedOtherwise } from './stored-client.ts';

/** What was written is what is read, after the registration and after the update, and what its deletion answers with. */
export const clientLifecycleRemembered = sessionRule({
  id: 'client.lifecycle.remembered',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_get' },
  claim: 'reads as it was written last',
  families: ['client.lifecycle'],
  judgement: ofStep('read', (attempt) => [
    ...storedOtherwise(attempt, 'read', 'register'),
    ...(succeeded(attempt, 'update') ? sinceUpdate(attempt) : []),
  ]),
});

/** An answer without a client in it is left to the rule on the schema: older builds document none. */
function sinceUpdate(attempt: Attempt): readonly Violation[] {
  const isTold = clientAnswer(attempt, 'main')?.['client_name'] !== undefined;
  return [
    ...storedOtherwise(attempt, 'read-updated', 'update'),
    ...(isTold ? changedSince(attempt, 'main', 'update') : []),
  ];
}
