import type { Step } from '../../generators/case.ts';
import type { Answered, AnswerRule, Attempt, Violation } from '../rule.ts';
import { stepViolation } from '../make/session-rule.ts';

/** The answer of a step in the form that answer rules expect, as if it were the main answer. Null if there is none. */
function stepAnswer(attempt: Attempt, step: Step): Answered | null {
  const exchange = attempt.exchanges.get(step.name);
  const response = exchange?.response ?? null;
  if (exchange === undefined || response === null || step.operation === 'gateway') return null;
  const { contract, case: testCase, exchanges, slots } = attempt;
  return {
    ...{ contract, exchange, exchanges, slots, response },
    operation: contract.operations[step.operation],
    case: {
      ...testCase,
      operation: step.operation,
      // The main step's expectation says nothing about the other steps. A gateway may refuse odd text before any
      // operation sees it.
      ...(step.role === 'main'
        ? {}
        : { aspect: 'grant', expectation: isOdd(step) ? 'clean' : 'either', breakage: null }),
    },
    get secrets() {
      return attempt.secrets;
    },
  };
}

function isOdd({ name }: Step): boolean {
  return name.startsWith('hard-');
}

/** The violations that answer rules find in the answers of the steps that count. */
export function judgeSteps(
  attempt: Attempt,
  rules: readonly AnswerRule[],
  counts: (answered: Answered) => boolean,
): readonly Violation[] {
  return attempt.case.steps.flatMap((step) => {
    const answered = stepAnswer(attempt, step);
    if (answered === null || !counts(answered)) return [];
    return rules
      .filter((rule) => concerns(rule, step) && rule.appliesTo(answered))
      .flatMap((rule) => rule.judge(answered))
      .map(({ at, expected, actual }) => stepViolation(step.name, expected, actual, at));
  });
}

function concerns({ operations }: AnswerRule, { operation }: Step): boolean {
  return operations === 'all' || operations.some((one) => one === operation);
}
