import { stepViolation } from './judgements.ts';
import { orderOf } from './listed-clients.ts';
import { sentJson } from './sent-values.ts';
import { sessionRule } from './session-rule.ts';

/** Judged where both orders differ: a target that does not sort by this attribute is not accused of it. */
export const listOrderKept = sessionRule({
  id: 'list.order.kept',
  level: 'SHOULD',
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'lists upwards where ASCENDING is asked for',
  families: ['list.order'],
  judgement: {
    appliesTo: (attempt) =>
      orderOf(attempt, 'main') !== 0 && orderOf(attempt, 'main') === -orderOf(attempt, 'list-descending'),
    judge: (attempt) => {
      // The names differ in `aa` and `zz`, which no collation has the other way round.
      const [one, other] = ['register', 'register-other'].map((step) =>
        String(sentJson(attempt, step)['client_name']),
      );
      const isUpwards = (String(one) < String(other) ? -1 : 1) === orderOf(attempt, 'main');
      return isUpwards ? [] : [stepViolation('main', 'aa before zz', 'zz before aa', '/entities')];
    },
  },
});
