import type { Answered } from '../rule.ts';
import { isThrottled } from './is-throttled.ts';

/** Tells whether the answer is to the revocation of a token that the target never gave. */
export function isOfUnknownToken({ case: { aspect, breakage, expectation }, response }: Answered): boolean {
  return (
    aspect === 'grant' &&
    breakage?.at === 'query:token' &&
    (expectation === 'refuse' || expectation === 'either') &&
    response.status < 500 &&
    !isThrottled(response)
  );
}
