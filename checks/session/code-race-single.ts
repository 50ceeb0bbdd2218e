import type { Attempt } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { tokenAnswer } from './token-answer.ts';

/** Looking a code up and marking it used have to be one act. */
export const codeRaceSingle = sessionRule({
  id: 'code.race.single',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'redeems a code once, however many ask for it at the same moment',
  families: ['race.redeem'],
  judgement: {
    appliesTo: (attempt) => winners(attempt).length > 0,
    judge: (attempt) =>
      winners(attempt)
        .slice(1, 2)
        .map((step) => stepViolation(step, 'one success', `${winners(attempt).length} successes`)),
  },
});

function winners(attempt: Attempt): readonly string[] {
  return attempt.case.steps
    .filter(({ name, together }) => together !== undefined && tokenAnswer(attempt, name) !== null)
    .map(({ name }) => name);
}
