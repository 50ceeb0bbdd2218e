const hierarchical = /^([a-z][a-z\d+.-]*:\/\/[^/]*)(.*)$/is;

/**
 * Tells whether two URIs without query and fragment are equal as text, or differ only in what every user agent makes
 * equal: case of scheme and host, default port, and `/` for an empty path (RFC 3986 section 6.2.3). Paths are compared
 * as text: a target that resolves dots or escapes in them has changed the redirect URI.
 */
export function isSameDestination(left: string, right: string): boolean {
  if (left === right) return true;
  const [, leftOrigin = '', leftPath = ''] = hierarchical.exec(left) ?? [];
  const [, rightOrigin = '', rightPath = ''] = hierarchical.exec(right) ?? [];
  if ((leftPath || '/') !== (rightPath || '/')) return false;
  return (
    URL.canParse(leftOrigin) &&
    URL.canParse(rightOrigin) &&
    new URL(leftOrigin).href === new URL(rightOrigin).href
  );
}
