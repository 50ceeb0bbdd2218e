import type { Attempt } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { listedClients } from './listed-clients.ts';
import { sessionRule } from './session-rule.ts';

/** Judged only where the first page was the same before and after: others may use the target at the same time. */
export const listOffsetMoves = sessionRule({
  id: 'list.offset.moves',
  level: 'SHOULD',
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'begins a page at its offset',
  families: ['list.pages'],
  when: (attempt) => {
    const before = pageIds(attempt, 'list-first');
    return before.length === 2 && before.join() === pageIds(attempt, 'list-first-again').join();
  },
  judgement: {
    appliesTo: (attempt) => listedClients(attempt, 'main') !== null,
    judge: (attempt) => {
      const [, second = ''] = pageIds(attempt, 'list-first');
      const [found = 'nothing'] = pageIds(attempt, 'main');
      return found === second ? [] : [stepViolation('main', second, found, '/entities/0/client_id')];
    },
  },
});

function pageIds(attempt: Attempt, step: string): readonly string[] {
  const entities = listedClients(attempt, step)?.entities ?? [];
  return entities.map((entity) => entity['client_id']).filter((id) => typeof id === 'string');
}
