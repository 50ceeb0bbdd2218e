import type { HttpResponse } from '../../driver/exchange.ts';
import type { Attempt } from '../rule.ts';
import { isThrottled } from '../read/is-throttled.ts';

/**
 * The answer of a step where it tells what the target made of the request: null where the step was not sent or not
 * answered, and for errors of the server and limits of the rate, which rules of their own are about.
 */
export function settledAnswer({ exchanges }: Attempt, step: string): HttpResponse | null {
  const response = exchanges.get(step)?.response ?? null;
  if (response === null || response.status >= 500 || isThrottled(response)) return null;
  return response;
}

/** Tells whether a step was answered with a 2xx or 3xx. */
export function succeeded(attempt: Attempt, step: string): boolean {
  const answer = settledAnswer(attempt, step);
  return answer !== null && answer.status < 400;
}

/** Tells whether a step was answered with a 4xx. */
export function wasRefused(attempt: Attempt, step: string): boolean {
  const answer = settledAnswer(attempt, step);
  return answer !== null && answer.status >= 400;
}

/** Tells whether the gateway took a token in this step: else nothing can be said of Bearer tokens at this target. */
export function takesBearer(attempt: Attempt, step: string): boolean {
  const answer = settledAnswer(attempt, step);
  return answer !== null && answer.status >= 200 && answer.status < 300;
}
