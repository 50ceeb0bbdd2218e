import type { Failure } from '../../driver/exchange.ts';
import type { Attempt, Violation } from '../rule.ts';

/** Tells whether the target was reached, so that what became of the request is its doing. */
export function reachedTarget({ exchange: { failure } }: Attempt): boolean {
  return (
    failure === null ||
    failure.kind === 'hang' ||
    failure.kind === 'reset' ||
    failure.kind === 'short-body' ||
    failure.kind === 'malformed'
  );
}

/** The violation by an exchange that failed in one of these ways, if it did. */
export function failedAs(
  { exchange: { failure } }: Attempt,
  kinds: readonly Failure['kind'][],
): readonly Violation[] {
  return failure !== null && kinds.includes(failure.kind)
    ? [{ at: 'status', expected: 'a whole answer', actual: failure.message }]
    : [];
}
