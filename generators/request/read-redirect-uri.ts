// RFC 3986 without userinfo and with a plain host: what every server takes for an absolute URI.
const absolute =
  /^(https?):\/\/([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?((?:\/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?$/;
const loopbacks = new Set(['localhost', '127.0.0.1', '[::1]']);
const dotSegment = /\/\.{1,2}(?:\/|$)/;

/**
 * What a redirect URI is to a server: `plain` has to be taken, one with a `fragment` has to be refused (RFC 6749
 * section 3.1.2), and anything `other` (relative, not a URI, unsafe over plain http, of a private scheme) may be
 * refused.
 */
export function readRedirectUri(text: string): 'plain' | 'fragment' | 'other' {
  const [uri = '', ...fragment] = text.split('#');
  const [, scheme, host = '', port = '443', path = ''] = absolute.exec(uri) ?? [];
  if (scheme === undefined) return 'other';
  if (fragment.length > 0) return 'fragment';
  const isSafe = scheme === 'https' || loopbacks.has(host);
  const isPort = Number(port) > 0 && Number(port) < 65536;
  return isSafe && isPort && !dotSegment.test(path) ? 'plain' : 'other';
}
