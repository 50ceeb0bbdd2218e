import type { SessionFamilyPrefix } from '../../generators/session/family-name.ts';
import type { StepName } from '../../generators/step-name.ts';
import { settledAnswer } from '../read/steps.ts';
import type { Attempt, AttemptRule, RuleDescription, Violation } from '../rule.ts';

/** What of a session is judged, and how. */
export interface Judgement {
  /** Whether the steps that it looks at were answered in a way that tells something. */
  readonly appliesTo: (attempt: Attempt) => boolean;
  readonly judge: (attempt: Attempt) => readonly Violation[];
}

/** A rule over sessions, as it is written down. */
export interface SessionRulePlan extends RuleDescription {
  /** Beginnings of the names of the families it is judged on. */
  readonly families: readonly SessionFamilyPrefix[];
  /** What has to have happened before, such as a set-up step that succeeded. */
  readonly when?: (attempt: Attempt) => boolean;
  readonly judgement: Judgement;
}

/** A rule over the sessions of some families. Where its preconditions do not hold it is not applicable. */
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
  };
}

/** Each of the steps that was answered is refused: a 2xx or 3xx violates it. */
export function refuses(...steps: readonly StepName[]): Judgement {
  return overStatuses(steps, 'a refusal with a 4xx', (status) => status >= 400);
}

/** Each of the steps that was answered is accepted: a 4xx violates it. */
export function accepts(...steps: readonly StepName[]): Judgement {
  return overStatuses(steps, 'a success', (status) => status < 400);
}

/** The gateway refuses the token of each step for what it is: nothing but 401 (RFC 6750 section 3.1). */
export function unauthorized(...steps: readonly StepName[]): Judgement {
  return overStatuses(steps, '401', (status) => status === 401);
}

/** The gateway knows the token of each step. It may still refuse what the token is used for, such as with a 403. */
export function authenticates(...steps: readonly StepName[]): Judgement {
  return overStatuses(steps, 'any but 401', (status) => status !== 401);
}

/** A judgement over the answers of some steps, of which at least one has to tell something. */
export function overStatuses(
  steps: readonly StepName[],
  expected: string,
  isKept: (status: number) => boolean,
): Judgement {
  return {
    appliesTo: (attempt) => steps.some((step) => settledAnswer(attempt, step) !== null),
    judge: (attempt) =>
      steps.flatMap((step) => {
        const status = settledAnswer(attempt, step)?.status;
        return status === undefined || isKept(status) ? [] : [stepViolation(step, expected, `${status}`)];
      }),
  };
}

/** A violation that names the step which shows it. */
export function stepViolation(step: StepName, expected: string, actual: string, at = 'status'): Violation {
  return { at, expected: `${expected} at step ${step}`, actual };
}

/** A judgement that needs only the main step to have been answered. */
export function ofMain(judge: (attempt: Attempt) => readonly Violation[]): Judgement {
  return ofStep('main', judge);
}

/** A judgement that needs only one step to have been answered. */
export function ofStep(step: StepName, judge: (attempt: Attempt) => readonly Violation[]): Judgement {
  return { appliesTo: (attempt) => settledAnswer(attempt, step) !== null, judge };
}
