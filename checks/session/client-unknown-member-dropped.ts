import { stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { clientAnswer } from './stored-client.ts';

/** Stored, it could gain a meaning that nobody has checked. */
export const clientUnknownMemberDropped = sessionRule({
  id: 'client.unknown-member.dropped',
  level: 'SHOULD',
  source: { document: 'RFC 7591', section: '2' },
  claim: 'does not store a member that it does not know',
  families: ['client.unknown-member'],
  judgement: {
    appliesTo: (attempt) => clientAnswer(attempt, 'read-back') !== null,
    judge: (attempt) =>
      Object.hasOwn(clientAnswer(attempt, 'read-back') ?? {}, 'x_conformance')
        ? [stepViolation('read-back', 'absent', 'stored', '/x_conformance')]
        : [],
  },
});
