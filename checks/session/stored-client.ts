import type { JsonObject } from '../../spec/json-object.ts';
import { clientDifferences, writtenClient } from '../read/client-members.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { sentJson } from './sent-values.ts';
import { settledAnswer } from './settled-answer.ts';

/** The client that a step was answered with, or null where it was answered otherwise. */
export function clientAnswer(attempt: Attempt, step: string): JsonObject | null {
  const answer = settledAnswer(attempt, step);
  return answer?.status === 200 ? jsonObjectOf(answer) : null;
}

/** Where the client that `reading` found differs from what `writing` wrote: any member, or not found at all. */
export function storedOtherwise(attempt: Attempt, reading: string, writing: string): readonly Violation[] {
  const answer = settledAnswer(attempt, reading);
  if (answer === null) return [];
  const stored = clientAnswer(attempt, reading);
  if (stored === null) return [stepViolation(reading, 'the client', `${answer.status}`)];
  return clientDifferences(writtenClient(sentJson(attempt, writing)) ?? {}, stored).map((difference) => ({
    ...difference,
    expected: `${difference.expected} at step ${reading}`,
  }));
}
