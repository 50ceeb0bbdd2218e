/** Tells whether a pushed or signed request has its parameters elsewhere (RFC 9126 section 4, RFC 9101 section 5). */
export function isByReference(query: URLSearchParams): boolean {
  return query.has('request') || query.has('request_uri');
}

/**
 * Tells whether the query of a redirect is an authorization request whose only protection against forged logins is its
 * state. A SAML or WS-Federation request has none, and PKCE or a nonce may take its place (BCP 240 section 2.1).
 */
export function needsState(query: URLSearchParams): boolean {
  if (isByReference(query) || query.has('code_challenge') || query.has('nonce')) return false;
  return query.has('response_type') || (query.has('client_id') && !query.has('wa'));
}
