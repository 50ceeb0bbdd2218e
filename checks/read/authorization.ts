import type { Answered } from '../rule.ts';
import { arrayOrEmpty } from '../../spec/json-object.ts';
import { formValue, formValues } from './form-value.ts';
import { headerValues } from './header-values.ts';
import { stepNamed } from './known-client.ts';
import { parseRedirect, type Redirect } from './redirect.ts';
import { requestBodyOf } from './request-body.ts';

/** Tells whether the request to authorize was sent with this `confirm`. */
export function confirms({ exchange }: Answered, value: 'yes' | 'no'): boolean {
  return formValue(exchange, 'confirm') === value;
}

/**
 * The redirect URI that an authorization goes to: the one that was sent or, where none was, the only one that the
 * client has registered. Null where there is neither.
 */
export function redirectUriOf({ exchange, case: testCase }: Answered): string | null {
  const sent = formValues(exchange, 'redirect_uri').filter((value) => value !== '');
  if (sent.length > 0) return sent.length === 1 ? (sent[0] ?? null) : null;
  const register = stepNamed(testCase, 'register');
  const registered = register === undefined ? null : requestBodyOf(register);
  const [only, ...others] = arrayOrEmpty(registered?.['redirect_uris']);
  return typeof only === 'string' && others.length === 0 ? only : null;
}

/** The redirect of an authorization, or null where the answer has no Location or goes to no redirect URI known. */
export function redirectOf(answered: Answered): Redirect | null {
  const { status } = answered.response;
  const [location] = headerValues(answered.response, 'location');
  if (status < 300 || status > 399 || location === undefined) return null;
  const redirectUri = redirectUriOf(answered);
  return redirectUri === null ? null : parseRedirect(location, redirectUri);
}

/** Tells whether the answer grants a valid authorization: 302 where consent was given. */
export function isGrant(answered: Answered): boolean {
  return (
    answered.response.status === 302 &&
    answered.case.expectation !== 'refuse' &&
    answered.case.expectation !== 'clean' &&
    confirms(answered, 'yes')
  );
}
