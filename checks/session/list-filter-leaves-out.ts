import { stepViolation } from './judgements.ts';
import { listedClients, positionOf } from './listed-clients.ts';
import { sessionRule } from './session-rule.ts';

/** What a target can filter by is its choice: only a filter that it took tells. */
export const listFilterLeavesOut = sessionRule({
  id: 'list.filter.leaves-out',
  level: 'SHOULD',
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'lists no client that does not pass a filter by its name',
  families: ['list.filtered.leaves-out.'],
  judgement: {
    appliesTo: (attempt) => listedClients(attempt, 'main') !== null && attempt.slots.has('client.id'),
    judge: (attempt) => {
      const list = listedClients(attempt, 'main');
      return list === null || positionOf(attempt, list, 'client.id') === -1
        ? []
        : [stepViolation('main', 'absent', 'the client', '/entities')];
    },
  },
});
