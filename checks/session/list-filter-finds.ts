import { stepViolation } from './judgements.ts';
import { isWholeList, listedClients, positionOf } from './listed-clients.ts';
import { sessionRule } from './session-rule.ts';

/** What a target can filter by is its choice: only a filter that it took, and a page that is the whole list, tell. */
export const listFilterFinds = sessionRule({
  id: 'list.filter.finds',
  level: 'SHOULD',
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'lists the client that passes a filter by its name',
  families: ['list.filtered.finds.'],
  judgement: {
    appliesTo: (attempt) => {
      const list = listedClients(attempt, 'main');
      return list !== null && isWholeList(list) && attempt.slots.has('client.id');
    },
    judge: (attempt) => {
      const list = listedClients(attempt, 'main');
      return list !== null && positionOf(attempt, list, 'client.id') === -1
        ? [stepViolation('main', 'the client', 'absent', '/entities')]
        : [];
    },
  },
});
