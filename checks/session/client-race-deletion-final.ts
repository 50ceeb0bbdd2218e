import { overStatuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/** Stays deleted whatever arrives with the deletion. */
export const clientRaceDeletionFinal = sessionRule({
  id: 'client.race.deletion-final',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_delete' },
  claim: 'stays deleted whatever arrives with the deletion',
  families: ['race.delete'],
  when: (attempt) => succeeded(attempt, 'main') || succeeded(attempt, 'race-5'),
  judgement: overStatuses(['read-back'], '404', (status) => status === 404),
});
