import { ofStep, stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';
import { clientAnswer, changedSince, shownAsWritten } from './stored-client.ts';

/** The secret included: the other one would be locked out. */
export const clientOthersUntouched = sessionRule({
  id: 'client.others.untouched',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_get' },
  claim: 'is not changed by what happens to another client',
  families: ['client.others.'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: ofStep('read-other', (attempt) => {
    const secret = clientAnswer(attempt, 'read-other')?.['client_secret'];
    const isInvented = Object.keys(shownAsWritten(attempt, 'register-other')).length === 0;
    const isKept = isInvented || typeof secret !== 'string' || secret === attempt.slots.get('other.secret');
    return [
      ...changedSince(attempt, 'read-other', 'register-other'),
      ...(isKept ? [] : [stepViolation('read-other', 'the same secret', 'another', '/client_secret')]),
    ];
  }),
});
