import type { Answered, Attempt } from '../rule.ts';
import { headerValues } from './headers.ts';
import type { Redirect } from './redirect.ts';
import { parseRedirect, splitUri } from './redirect.ts';
import { formValue, formValues, requestBodyOf } from './request.ts';
import { goesTo, stepNamed, textsOf } from './steps.ts';
import { refusesByRedirect } from './told.ts';

export function confirms({ exchange }: Answered, value: 'yes' | 'no'): boolean {
  return formValue(exchange, 'confirm') === value;
}

/**
 * The redirect URI that an authorization uses: the one that was sent or, if none was, the only one that the client has
 * registered. Null if there is neither.
 */
export function redirectUriOf(answered: Answered): string | null {
  const sent = formValues(answered.exchange, 'redirect_uri').filter((value) => value !== '');
  if (sent.length > 0) return sent.length === 1 ? (sent[0] ?? null) : null;
  const [only, ...others] = registeredUris(answered);
  return only !== undefined && others.length === 0 ? only : null;
}

/** The redirect of an authorization, or null if the answer has no Location or the redirect URI is unknown. */
export function redirectOf(answered: Answered): Redirect | null {
  const { status } = answered.response;
  const [location] = headerValues(answered.response, 'location');
  if (status < 300 || status > 399 || location === undefined) return null;
  const redirectUri = redirectUriOf(answered);
  return redirectUri === null ? null : parseRedirect(location, redirectUri);
}

/** Tells whether the answer grants a valid authorization: a 302 after consent was given. */
export function isGrant(answered: Answered): boolean {
  return (
    answered.response.status === 302 &&
    answered.case.expectation !== 'refuse' &&
    answered.case.expectation !== 'clean' &&
    confirms(answered, 'yes')
  );
}

/**
 * Tells whether a request to authorize has an invalid client, redirect URI or credentials. It is then unknown where the
 * user agent would be sent, or on whose behalf (RFC 6749 section 4.1.2.1).
 */
export function isFatal({ case: { aspect, breakage, expectation } }: Attempt): boolean {
  if (expectation !== 'refuse') return false;
  if (aspect === 'credentials' || aspect === 'client-id') return true;
  return breakage?.at === 'form:client_id' || breakage?.at === 'form:redirect_uri';
}

/**
 * Tells whether an authorization is refused as RFC 6749 sections 4.1.2.1 and 4.2.2.1 describe: by a redirect to the
 * client that tells an error and grants nothing. Another rule says that the contract documents a different way.
 */
export function isErrorRedirect(answered: Answered): boolean {
  if (isFatal(answered) && !leadsToTrusted(answered)) return false;
  return refusesByRedirect(answered.exchange) && !isErrorPage(answered);
}

/**
 * Tells whether a redirect leads to exactly a URI that its client has registered. RFC 6749 section 4.1.2.1 keeps only
 * the invalid URI from being used, or any if the client is not known. A client id that is repeated is invalid, which
 * another rule says, but the client that has registered the URI is known.
 */
export function leadsToTrusted(answered: Answered): boolean {
  const { aspect, breakage } = answered.case;
  const isRepeated = breakage?.kind === 'form.repeated';
  if (aspect === 'client-id' || (breakage?.at === 'form:client_id' && !isRepeated)) return false;
  const [location = ''] = headerValues(answered.response, 'location');
  return registeredUris(answered).some((uri) => goesTo({ location }, uri));
}

/**
 * Tells whether an authorization is refused by a redirect to a page that no client has named: one of the target's own,
 * which tells the user of the error. Nothing is granted there.
 */
export function isErrorPage(answered: Answered): boolean {
  if (!refusesByRedirect(answered.exchange)) return false;
  const [location = ''] = headerValues(answered.response, 'location');
  const named = [...formValues(answered.exchange, 'redirect_uri'), ...registeredUris(answered)];
  return !named.some((uri) => leadsTo(location, uri));
}

/** Tells whether a redirect leads to the authority of a URI, or to the URI itself if it has none. */
export function leadsTo(location: string, uri: string): boolean {
  if (uri === '') return false;
  if (splitUri(location).base === splitUri(uri).base) return true;
  return URL.canParse(location) && URL.canParse(uri) && authorityOf(location) === authorityOf(uri);
}

function authorityOf(uri: string): string {
  const { protocol, host } = new URL(uri);
  // URIs without an authority are compared by scheme, because the scheme is what their client has registered.
  return `${protocol}//${host}`;
}

/** The redirect URIs with which the case has registered its client. */
export function registeredUris({ case: testCase }: Attempt): readonly string[] {
  const register = stepNamed(testCase, 'register');
  return textsOf(register === undefined ? null : requestBodyOf(register)?.['redirect_uris']);
}
