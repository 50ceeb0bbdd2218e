import type { Attempt } from '../rule.ts';

/**
 * Tells whether a request to authorize is broken in the client or the redirect URI, or comes without good credentials:
 * then nobody knows whom the user agent would be sent to, or on whose behalf (RFC 6749 section 4.1.2.1).
 */
export function isFatal({ case: { aspect, breakage, expectation } }: Attempt): boolean {
  if (expectation !== 'refuse') return false;
  if (aspect === 'credentials' || aspect === 'client-id') return true;
  return breakage?.at === 'form:client_id' || breakage?.at === 'form:redirect_uri';
}
