/**
 * Tells whether a user agent goes to the same place by both URIs, their queries and fragments left out: equal as
 * text, or equal after the normalisation of RFC 3986 section 6.2 that user agents do (case of scheme and host, default
 * port, `/` for an empty path).
 */
export function isSameDestination(left: string, right: string): boolean {
  if (left === right) return true;
  return URL.canParse(left) && URL.canParse(right) && new URL(left).href === new URL(right).href;
}
