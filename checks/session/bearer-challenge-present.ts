import { stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { settledAnswer, takesBearer } from './settled-answer.ts';

const refused = ['use-nothing', 'use-changed', 'use-invented'] as const;

/** The gateway is no operation of the contract, so this is advice here. */
export const bearerChallengePresent = sessionRule({
  id: 'bearer.challenge.present',
  level: 'SHOULD',
  source: { document: 'RFC 6750', section: '3' },
  claim: 'answers a bad token with a challenge',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token'),
  judgement: {
    appliesTo: (attempt) => refused.some((step) => settledAnswer(attempt, step)?.status === 401),
    judge: (attempt) =>
      refused
        .filter((step) => {
          const answer = settledAnswer(attempt, step);
          return answer?.status === 401 && !answer.headers.has('www-authenticate');
        })
        .map((step) => stepViolation(step, 'a challenge', 'absent', 'header www-authenticate')),
  },
});
