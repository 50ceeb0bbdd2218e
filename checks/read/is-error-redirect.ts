import type { Answered } from '../rule.ts';
import { redirectOf } from './authorization.ts';
import { isFatal } from './is-fatal.ts';
import { addedValues, fragmentParameters } from './redirect.ts';

/**
 * Tells whether an authorization is refused in the way of RFC 6749 section 4.1.2.1: by a redirect to the client with
 * `error` and without a code. A rule of its own says that the contract has another way.
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
