import { stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/** Whoever held the id, its codes and tokens, has nothing to do with the new client. */
export const clientIdNeverReused = sessionRule({
  id: 'client.id.never-reused',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '2.2' },
  claim: 'gives the id of a deleted client to no other',
  families: ['client.registered-again'],
  when: (attempt) => succeeded(attempt, 'delete'),
  judgement: {
    appliesTo: ({ slots }) => slots.has('other.id'),
    judge: ({ slots }) =>
      slots.get('other.id') === slots.get('client.id')
        ? [stepViolation('main', 'another id', 'the id of the deleted client', '/client_id')]
        : [],
  },
});
