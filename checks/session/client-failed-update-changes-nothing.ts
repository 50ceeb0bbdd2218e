import { ofStep } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { wasRefused } from './settled-answer.ts';
import { changedSince } from './stored-client.ts';

/** All but one member of the update is good, so that a half-done update shows. */
export const clientFailedUpdateChangesNothing = sessionRule({
  id: 'client.failed-update.changes-nothing',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_put' },
  claim: 'keeps the client whole when an update is refused',
  families: ['client.update-failed'],
  when: (attempt) => wasRefused(attempt, 'main'),
  judgement: ofStep('read-back', (attempt) => changedSince(attempt, 'read-back', 'register')),
});
