import type { StepName } from '../../generators/step-name.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { clientDifferences, confirmedMembers, writtenClient } from '../read/client.ts';
import { jsonObjectOf } from '../read/json.ts';
import { sentJson, settledAnswer } from '../read/steps.ts';
import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './session-rule.ts';

/** The client that a step returned, or null if its answer had none. */
export function clientAnswer(attempt: Attempt, step: StepName): JsonObject | null {
  const answer = settledAnswer(attempt, step);
  return answer?.status === 200 ? jsonObjectOf(answer) : null;
}

/**
 * Where the client that the step `reading` returned differs from what `writing` wrote: in any member, or because it is
 * gone.
 */
export function storedOtherwise(
  attempt: Attempt,
  reading: StepName,
  writing: StepName,
): readonly Violation[] {
  return differences(attempt, reading, writtenClient(sentJson(attempt, writing)) ?? {});
}

/**
 * Like `storedOtherwise`, but compares with the client as the answer to `writing` showed it. Nothing else must have
 * changed it.
 */
export function changedSince(attempt: Attempt, reading: StepName, writing: StepName): readonly Violation[] {
  return differences(attempt, reading, shownAsWritten(attempt, writing));
}

/** The members that a step wrote and its answer showed unchanged; none if the target makes up its answers. */
export function shownAsWritten(attempt: Attempt, writing: StepName): JsonObject {
  const written = writtenClient(sentJson(attempt, writing)) ?? {};
  return confirmedMembers(written, clientAnswer(attempt, writing));
}

function differences(attempt: Attempt, reading: StepName, expected: JsonObject): readonly Violation[] {
  const answer = settledAnswer(attempt, reading);
  if (answer === null) return [];
  const stored = clientAnswer(attempt, reading);
  if (stored === null) return [stepViolation(reading, 'the client', `${answer.status}`)];
  return clientDifferences(expected, stored).map((difference) => ({
    ...difference,
    expected: `${difference.expected} at step ${reading}`,
  }));
}
