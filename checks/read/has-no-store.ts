import type { HttpResponse } from '../../driver/exchange.ts';
import { headerValues } from './header-values.ts';

const noStore = /(?:^|,)\s*no-store\s*(?:,|$)/i;

/**
 * Tells whether the answer says `no-store` (RFC 9111 section 5.2.2.5), on whichever of several lines and beside
 * whichever other directives. `no-cache` and `private` do not keep an answer out of a cache.
 */
export function hasNoStore(response: HttpResponse): boolean {
  return headerValues(response, 'cache-control').some((value) => noStore.test(value));
}
