import { ofStep, stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';
import { clientAnswer, storedOtherwise } from './stored-client.ts';

/** The update has fewer entries than the registration, so that a merge shows. */
export const clientUpdateReplaces = sessionRule({
  id: 'client.update.replaces',
  level: 'MUST',
  source: { document: 'RFC 7592', section: '2.2' },
  claim: 'replaces every member by what an update holds, and keeps the id',
  families: ['client.replaced'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: ofStep('read-back', (attempt) => {
    const id = clientAnswer(attempt, 'read-back')?.['client_id'];
    const isKept = id === undefined || id === attempt.slots.get('client.id');
    return [
      ...storedOtherwise(attempt, 'read-back', 'main'),
      ...(isKept ? [] : [stepViolation('read-back', 'the same id', 'another id', '/client_id')]),
    ];
  }),
});
