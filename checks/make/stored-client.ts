import type { StepName } from '../../generators/step-name.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { clientDifferences, confirmedMembers, writtenClient } from '../read/client.ts';
import { jsonObjectOf } from '../read/json.ts';
import { sentJson, settledAnswer } from '../read/steps.ts';
import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './session-rule.ts';

/** The client that a step was answered with, or null where it was answered otherwise. */
export function clientAnswer(attempt: Attempt, step: StepName): JsonObject | null {
  const answer = settledAnswer(attempt, step);
  return answer?.status === 200 ? jsonObjectOf(answer) : null;
}

/** Where the client that `reading` found differs from what `writing` wrote: any member, or not found at all. */
export function storedOtherwise(
  attempt: Attempt,
  reading: StepName,
  writing: StepName,
): readonly Violation[] {
  return differences(attempt, reading, writtenClient(sentJson(attempt, writing)) ?? {});
}

/** The same for a client that others than `writing` must not have changed: as that step's answer showed it. */
export function changedSince(attempt: Attempt, reading: StepName, writing: StepName): readonly Violation[] {
  return differences(attempt, reading, shownAsWritten(attempt, writing));
}

/** The members that a step wrote and its answer showed as written; none where the target makes its answers up. */
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
