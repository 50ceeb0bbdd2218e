import type { SessionFamilyPrefix } from '../../generators/session/family-name.ts';
import type { StepName } from '../../generators/step-name.ts';
import { statusText } from '../read/status-text.ts';
import { settledAnswer, wasRefused } from '../read/steps.ts';
import type { Attempt, AttemptRule, RuleDescription, Violation } from '../rule.ts';

/** What a rule judges in a session, and how. */
export interface Judgement {
  /** Whether the answers to the steps in question are conclusive. */
  readonly appliesTo: (attempt: Attempt) => boolean;
  readonly judge: (attempt: Attempt) => readonly Violation[];
  /** Where the verdict is chance: how often the case looked. Each look gives at most one violation. */
  readonly looks?: (attempt: Attempt) => number;
}

/** The definition of a rule on sessions. */
export interface SessionRulePlan extends RuleDescription {
  /** Name prefixes of the families that the rule is judged on. */
  readonly families: readonly SessionFamilyPrefix[];
  /** The precondition, such as a set-up step that succeeded. */
  readonly when?: (attempt: Attempt) => boolean;
  readonly judgement: Judgement;
}

/** Makes a rule on sessions of some families. It is not applicable if its precondition does not hold. */
export function sessionRule({ families, when, judgement, ...facts }: SessionRulePlan): AttemptRule {
  return {
    on: 'attempt',
    ...facts,
    families,
    operations: ['session'],
    appliesTo: (attempt) =>
      families.some((family) => attempt.case.family.startsWith(family)) &&
      (when === undefined || when(attempt)) &&
      judgement.appliesTo(attempt),
    judge: judgement.judge,
    ...(judgement.looks === undefined ? {} : { looks: judgement.looks }),
  };
}

/** Every answered step must be refused: a 2xx is a violation, and a 3xx that tells no error. */
export function refuses(...steps: readonly StepName[]): Judgement {
  return overSteps(steps, 'a refusal with a 4xx', (attempt, step) => wasRefused(attempt, step));
}

/** Every answered step must be accepted: a 4xx is a violation, and an error that is told by redirect. */
export function accepts(...steps: readonly StepName[]): Judgement {
  return overSteps(steps, 'a success', (attempt, step) => !wasRefused(attempt, step));
}

/** The gateway must refuse the token of every step as invalid, with 401 and nothing else (RFC 6750 section 3.1). */
export function unauthorized(...steps: readonly StepName[]): Judgement {
  return overStatuses(steps, '401', (status) => status === 401);
}

/**
 * The gateway must recognise the token of every step. It may still refuse the request itself, for example with a 403.
 */
export function authenticates(...steps: readonly StepName[]): Judgement {
  return overStatuses(steps, 'any but 401', (status) => status !== 401);
}

/** A judgement on the statuses of some steps, at least one of which must be conclusive. */
export function overStatuses(
  steps: readonly StepName[],
  expected: string,
  isKept: (status: number) => boolean,
): Judgement {
  return overSteps(steps, expected, (attempt, step) => {
    const answer = settledAnswer(attempt, step);
    return answer === null || isKept(answer.status);
  });
}

function overSteps(
  steps: readonly StepName[],
  expected: string,
  isKept: (attempt: Attempt, step: StepName) => boolean,
): Judgement {
  return {
    appliesTo: (attempt) => steps.some((step) => settledAnswer(attempt, step) !== null),
    judge: (attempt) =>
      steps.flatMap((step) => {
        const exchange = attempt.exchanges.get(step);
        return exchange === undefined || settledAnswer(attempt, step) === null || isKept(attempt, step)
          ? []
          : [stepViolation(step, expected, statusText(exchange))];
      }),
  };
}

/** A violation that names the step where it was seen. */
export function stepViolation(step: StepName, expected: string, actual: string, at = 'status'): Violation {
  return { at, expected: `${expected} at step ${step}`, actual };
}

/** A judgement that requires an answer to the main step only. */
export function ofMain(judge: (attempt: Attempt) => readonly Violation[]): Judgement {
  return ofStep('main', judge);
}

/** A judgement that requires an answer to one step only. */
export function ofStep(step: StepName, judge: (attempt: Attempt) => readonly Violation[]): Judgement {
  return { appliesTo: (attempt) => settledAnswer(attempt, step) !== null, judge };
}
