import { arrayOrEmpty } from '../../spec/json-object.ts';
import type { Answered, Attempt } from '../rule.ts';
import { headerValues } from './headers.ts';
import type { Redirect } from './redirect.ts';
import { addedValues, fragmentParameters, parseRedirect } from './redirect.ts';
import { formValue, formValues, requestBodyOf } from './request.ts';
import { stepNamed } from './steps.ts';

export function confirms({ exchange }: Answered, value: 'yes' | 'no'): boolean {
  return formValue(exchange, 'confirm') === value;
}

/**
 * The redirect URI that an authorization uses: the one that was sent or, if none was, the only one that the client has
 * registered. Null if there is neither.
 */
export function redirectUriOf({ exchange, case: testCase }: Answered): string | null {
  const sent = formValues(exchange, 'redirect_uri').filter((value) => value !== '');
  if (sent.length > 0) return sent.length === 1 ? (sent[0] ?? null) : null;
  const register = stepNamed(testCase, 'register');
  const registered = register === undefined ? null : requestBodyOf(register);
  const [only, ...others] = arrayOrEmpty(registered?.['redirect_uris']);
  return typeof only === 'string' && others.length === 0 ? only : null;
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
 * Tells whether an authorization is refused as RFC 6749 section 4.1.2.1 describes: by a redirect to the client with
 * `error` and without a code. Another rule says that the contract documents a different way.
 */
export function isErrorRedirect(answered: Answered): boolean {
  const redirect = isFatal(answered) ? null : redirectOf(answered);
  return (
    redirect !== null &&
    addedValues(redirect, 'error').length > 0 &&
    addedValues(redirect, 'code').length === 0 &&
    !fragmentParameters(redirect.fragment).has('code')
  );
}
