import { stepViolation } from './judgements.ts';
import { orderOf } from './listed-clients.ts';
import { sessionRule } from './session-rule.ts';

/** Only which of two clients comes first is looked at: how text is collated is the target's choice. */
export const listOrderReversed = sessionRule({
  id: 'list.order.reversed',
  level: 'SHOULD',
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'lists in the reverse order where DESCENDING is asked for',
  families: ['list.order'],
  judgement: {
    appliesTo: (attempt) => orderOf(attempt, 'main') !== 0 && orderOf(attempt, 'list-descending') !== 0,
    judge: (attempt) =>
      orderOf(attempt, 'main') === orderOf(attempt, 'list-descending')
        ? [stepViolation('list-descending', 'the reverse order', 'the same order', '/entities')]
        : [],
  },
});
