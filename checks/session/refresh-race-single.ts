import type { Attempt } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { tokenAnswer } from './token-answer.ts';

/** Only where the target replaces refresh tokens: then two live ones are a family that has split. */
export const refreshRaceSingle = sessionRule({
  id: 'refresh.race.single',
  level: 'MAY',
  source: { document: 'BCP 240', section: '4.14.2' },
  claim: 'replaces a refresh token once, however many use it at the same moment',
  families: ['race.refresh'],
  judgement: {
    appliesTo: (attempt) => successors(attempt).size > 0,
    judge: (attempt) => {
      const { size } = successors(attempt);
      return size > 1 ? [stepViolation('main', 'one successor', `${size} successors`, '/refresh_token')] : [];
    },
  },
});

function successors(attempt: Attempt): ReadonlySet<unknown> {
  const tokens = attempt.case.steps
    .filter(({ together }) => together !== undefined)
    .map(({ name }) => tokenAnswer(attempt, name)?.['refresh_token'])
    .filter((token) => typeof token === 'string' && token !== attempt.slots.get('refresh_token'));
  return new Set(tokens);
}
