import type { Exchange } from '../../driver/exchange.ts';
import type { Step } from '../../generators/case.ts';
import { isThrottled } from '../read/is-throttled.ts';
import type { Attempt, AttemptRule, Violation } from '../rule.ts';
import { stepViolation } from './judgements.ts';

const breakdowns: readonly string[] = ['hang', 'reset', 'short-body', 'malformed'];

/**
 * The gateway is judged only where it takes tokens: elsewhere nobody may be at home behind its path. 503 is an answer
 * to requests that arrive together.
 */
export const sessionAnswerWhole: AttemptRule = {
  on: 'attempt',
  id: 'session.answer.whole',
  level: 'MUST',
  source: { document: 'project', section: 'robustness' },
  claim: 'answers every step of a session, and none with a server error',
  operations: ['session'],
  appliesTo: ({ exchanges }) => exchanges.size > 0,
  judge: (attempt) =>
    attempt.case.steps.flatMap((step): readonly Violation[] => {
      const exchange = attempt.exchanges.get(step.name);
      const problem = exchange === undefined ? null : breakdown(step, exchange);
      const isOpen = step.operation !== 'gateway' || takesTokens(attempt);
      return problem === null || !isOpen ? [] : [stepViolation(step.name, 'an answer below 500', problem)];
    }),
};

function breakdown(step: Step, { response, failure }: Exchange): string | null {
  if (failure !== null) return breakdowns.includes(failure.kind) ? failure.message : null;
  if (response === null || response.status < 500 || isThrottled(response)) return null;
  return step.together !== undefined && response.status === 503 ? null : `${response.status}`;
}

function takesTokens({ case: testCase, exchanges }: Attempt): boolean {
  return testCase.steps.some(
    ({ name, operation }) => operation === 'gateway' && exchanges.get(name)?.response?.status === 200,
  );
}
