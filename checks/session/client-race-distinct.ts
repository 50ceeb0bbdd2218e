import type { Attempt } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { clientAnswer } from './stored-client.ts';

/** Counters that are read and written in two steps give one value twice. */
export const clientRaceDistinct = sessionRule({
  id: 'client.race.distinct',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '2.2' },
  claim: 'gives each of the clients that are registered together its own id',
  families: ['race.register'],
  judgement: {
    appliesTo: (attempt) => ids(attempt).length > 1,
    judge: (attempt) => {
      const all = ids(attempt);
      const { size } = new Set(all);
      return size === all.length
        ? []
        : [stepViolation('main', `${all.length} ids`, `${size} ids`, '/client_id')];
    },
  },
});

function ids(attempt: Attempt): readonly string[] {
  return attempt.case.steps
    .map(({ name }) => clientAnswer(attempt, name)?.['client_id'])
    .filter((id) => typeof id === 'string');
}
