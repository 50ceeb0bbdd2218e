import { jsonObjectOf } from '../read/json-object-of.ts';
import { messagesOf } from '../read/messages-of.ts';
import { show } from '../read/show.ts';
import { stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { settledAnswer, takesBearer } from './settled-answer.ts';
import type { Attempt } from '../rule.ts';

const step = 'use-expired';
const known = 'BEARER_TOKEN_EXPIRED';

/** The contract lists the reason and does not say where it has to stand. */
export const bearerExpiredReason = sessionRule({
  id: 'bearer.expired.reason',
  level: 'MAY',
  source: { document: 'contract', section: 'message_resource' },
  claim: 'tells an expired token by its reason',
  families: ['bearer.expired'],
  when: (attempt) => takesBearer(attempt, 'use-fresh'),
  judgement: {
    appliesTo: (attempt) => reasons(attempt).length > 0,
    judge: (attempt) => {
      const told = reasons(attempt);
      const actual = told.map((reason) => show(reason)).join(', ');
      return told.includes(known) ? [] : [stepViolation(step, known, actual, '/message_list/0/reason')];
    },
  },
});

function reasons(attempt: Attempt): readonly unknown[] {
  const answer = settledAnswer(attempt, step);
  if (answer?.status !== 401) return [];
  return messagesOf(jsonObjectOf(answer) ?? {}).map(({ value }) => value['reason']);
}
