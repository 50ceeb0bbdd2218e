import type { Attempt, Violation } from '../rule.ts';
import { differentMembers, writtenClient } from '../read/client-members.ts';
import { stepViolation } from './judgements.ts';
import { sentJson } from './sent-values.ts';
import { sessionRule } from './session-rule.ts';
import { clientAnswer } from './stored-client.ts';

/** Which of the updates wins is free, and so is that all are refused; a mixture of two is not. */
export const clientRaceWhole = sessionRule({
  id: 'client.race.whole',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_put' },
  claim: 'is left as one of the updates that arrive together wrote it',
  families: ['race.update'],
  judgement: { appliesTo: (attempt) => clientAnswer(attempt, 'read-back') !== null, judge },
});

function judge(attempt: Attempt): readonly Violation[] {
  const stored = clientAnswer(attempt, 'read-back') ?? {};
  const isOneOf = attempt.case.steps
    .filter(({ name }) => name !== 'read-back')
    .some(({ name }) => differentMembers(writtenClient(sentJson(attempt, name)) ?? {}, stored).length === 0);
  return isOneOf ? [] : [stepViolation('read-back', 'one of the updates', 'a mixture of them', '')];
}
