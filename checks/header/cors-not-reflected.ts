import { headerValues } from '../read/header-values.ts';
import type { Attempt, Violation } from '../rule.ts';
import { ofMain, stepViolation } from '../session/judgements.ts';
import { sessionRule } from '../session/session-rule.ts';
import { settledAnswer } from '../session/settled-answer.ts';

const allowOrigin = 'access-control-allow-origin';

/** A star is no violation: browsers do not take it together with credentials. */
export const corsNotReflected = sessionRule({
  id: 'header.cors.not-reflected',
  level: 'MUST',
  source: { document: 'BCP 240', section: '2.6' },
  claim: 'lets no page of any origin read answers with the credentials of its user',
  families: ['browser.'],
  judgement: ofMain(judge),
});

function judge(attempt: Attempt): readonly Violation[] {
  const answer = settledAnswer(attempt, 'main');
  if (answer === null) return [];
  const [, sent = ''] =
    attempt.exchange.request.headers.find(([name]) => name.toLowerCase() === 'origin') ?? [];
  const isAllowed = headerValues(answer, allowOrigin).includes(sent);
  const isWithCredentials = headerValues(answer, 'access-control-allow-credentials').includes('true');
  return isAllowed && isWithCredentials
    ? [stepViolation('main', 'no leave for this origin', sent, `header ${allowOrigin}`)]
    : [];
}
