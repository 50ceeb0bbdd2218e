import { headerValues } from '../read/header-values.ts';
import { stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { settledAnswer, takesBearer } from './settled-answer.ts';

const refused = ['use-changed', 'use-invented'] as const;

/** The gateway is no operation of the contract, so this is advice here. */
export const bearerChallengePresent = sessionRule({
  id: 'bearer.challenge.present',
  level: 'SHOULD',
  source: { document: 'RFC 6750', section: '3' },
  claim: 'answers a bad token with a challenge for Bearer',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token'),
  judgement: {
    appliesTo: (attempt) => refused.some((step) => settledAnswer(attempt, step)?.status === 401),
    judge: (attempt) =>
      refused
        .filter((step) => {
          const answer = settledAnswer(attempt, step);
          return answer?.status === 401 && !headerValues(answer, 'www-authenticate').some(isBearer);
        })
        .map((step) => stepViolation(step, 'a challenge', 'none for Bearer', 'header www-authenticate')),
  },
});

/** Several challenges may stand in one line. */
function isBearer(line: string): boolean {
  return /(?:^|,)\s*bearer(?:\s|,|$)/i.test(line);
}
