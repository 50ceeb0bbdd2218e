import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { sentJson } from './sent-values.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';
import { clientAnswer } from './stored-client.ts';

const members = ['client_id', 'client_secret'] as const;

/** A client that chooses its identifiers can choose another's, or a weak one. */
export const clientIdentifiersAssigned = sessionRule({
  id: 'client.identifiers.assigned',
  level: 'MUST',
  source: { document: 'RFC 7591', section: '3.1' },
  claim: 'chooses id and secret itself, whatever the body holds',
  families: ['client.supplied.'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: { appliesTo: () => true, judge },
});

function judge(attempt: Attempt): readonly Violation[] {
  const sent = sentJson(attempt, 'main');
  const taken = ['main', 'read-back'].flatMap((step) => {
    const client = clientAnswer(attempt, step);
    return members
      .filter((member) => client !== null && client[member] === sent[member])
      .map((member) => stepViolation(step, 'a value of its own', 'the value that was sent', `/${member}`));
  });
  return clientAnswer(attempt, 'read-supplied')?.['client_id'] === sent['client_id']
    ? [...taken, stepViolation('read-supplied', '404', 'a client under the id that was sent')]
    : taken;
}
