import type { Attempt } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { listedClients, positionOf } from './listed-clients.ts';
import { sessionRule } from './session-rule.ts';

/** Only which of two clients comes first is looked at: how text is collated is the target's choice. */
export const listOrderReversed = sessionRule({
  id: 'list.order.reversed',
  level: 'SHOULD',
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'lists in the reverse order where DESCENDING is asked for',
  families: ['list.order'],
  judgement: {
    appliesTo: (attempt) => order(attempt, 'main') !== 0 && order(attempt, 'list-descending') !== 0,
    judge: (attempt) =>
      order(attempt, 'main') === order(attempt, 'list-descending')
        ? [stepViolation('list-descending', 'the reverse order', 'the same order', '/entities')]
        : [],
  },
});

/** The sign of how far the one client is before the other; 0 where either is not listed. */
function order(attempt: Attempt, step: string): number {
  const list = listedClients(attempt, step);
  if (list === null) return 0;
  const [one, other] = [positionOf(attempt, list, 'client.id'), positionOf(attempt, list, 'other.id')];
  return one === -1 || other === -1 ? 0 : Math.sign(one - other);
}
