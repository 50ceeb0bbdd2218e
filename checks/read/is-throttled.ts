import type { HttpResponse } from '../../driver/exchange.ts';

/**
 * Tells whether an answer only says that the target is limiting the rate or shedding load: 429, or 503 with
 * Retry-After (RFC 9110 section 10.2.3). It says nothing of the request, so most rules pass it over.
 */
export function isThrottled(response: HttpResponse): boolean {
  return response.status === 429 || (response.status === 503 && response.headers.has('retry-after'));
}
