import type { SampleRule } from '../rule.ts';
import { settledAnswer, takesBearer } from './settled-answer.ts';

/** Where a token is used for the first time, just after it was given. */
const steps = ['use-token-before', 'use-other-before', 'use-fresh'] as const;

/**
 * Whether a target takes Bearer tokens at all shows by those that it takes: one that it refuses just after it was given
 * may be dead from the start. A target that allows its user one session has a reason, so it is no more than a SHOULD.
 */
export const bearerFreshAccepted: SampleRule = {
  on: 'sample',
  id: 'bearer.fresh.accepted',
  level: 'SHOULD',
  isPublic: true,
  source: { document: 'RFC 6749', section: '5.1' },
  claim: 'takes all access tokens that it has just given, if it takes any',
  operations: ['session'],
  collect: (answered) =>
    steps.flatMap((step) => {
      const answer = settledAnswer(answered, step);
      return answer === null ? [] : [takesBearer(answered, step) ? 'taken' : `${answer.status}`];
    }),
  appliesTo: (values) => values.includes('taken'),
  judge: (values) => {
    const refused = values.filter((value) => value === '401');
    return refused.length > values.length * mostRefused
      ? [
          {
            at: 'status',
            expected: `2xx for all of ${values.length} tokens`,
            actual: `401 for ${refused.length}`,
          },
        ]
      : [];
  },
};

/** Gateways under load refuse one in some hundred for nothing. */
const mostRefused = 0.1;
