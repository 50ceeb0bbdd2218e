import type { Attempt } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { listedClients } from './listed-clients.ts';
import { sessionRule } from './session-rule.ts';

/** Within one page: between pages others may have changed the list. */
export const listEntitiesUnique = sessionRule({
  id: 'list.entities.unique',
  level: 'SHOULD',
  source: { document: 'contract', section: 'oauth_client_list_post' },
  claim: 'lists no client twice',
  families: ['list.'],
  judgement: {
    appliesTo: (attempt) => ids(attempt).length > 0,
    judge: (attempt) => {
      const repeats = ids(attempt).length - new Set(ids(attempt)).size;
      return repeats === 0 ? [] : [stepViolation('main', 'no repeats', `${repeats} repeats`, '/entities')];
    },
  },
});

function ids(attempt: Attempt): readonly unknown[] {
  return listedClients(attempt, 'main')?.entities.map((entity) => entity['client_id']) ?? [];
}
