/** What binds a login to its browser in place of a state (BCP 240 section 2.1), or holds the state elsewhere. */
const otherBindings = ['code_challenge', 'nonce', 'request', 'request_uri'];

/**
 * Tells whether the query of a redirect is an authorization request whose only protection against forged logins is its
 * state. A SAML or WS-Federation request has none; PKCE or a nonce may take its place; a pushed or signed request has
 * its parameters elsewhere (RFC 9126 section 4, RFC 9101 section 5).
 */
export function needsState(query: URLSearchParams): boolean {
  if (otherBindings.some((name) => query.has(name))) return false;
  return query.has('response_type') || (query.has('client_id') && !query.has('wa'));
}
