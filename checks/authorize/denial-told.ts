import type { Answered, AnswerRule } from '../rule.ts';
import { confirms, redirectOf, redirectUriOf } from '../read/authorization.ts';
import { isFatal } from '../read/is-fatal.ts';
import { addedValues, splitUri, type Redirect } from '../read/redirect.ts';
import { isSameDestination } from '../read/same-destination.ts';
import { show } from '../read/show.ts';

/**
 * The contract only says that there is no code. A client that gets its user back learns the reason from `error`; a
 * refusal, or a redirect to a page of the target's own, tells the user.
 */
export const denialTold: AnswerRule = {
  on: 'answer',
  id: 'authorize.denial.told',
  level: 'SHOULD',
  source: { document: 'RFC 6749', section: '4.1.2.1' },
  claim: 'tells the client of a denial by the error access_denied, if it redirects to it',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) => confirms(answered, 'no') && toClient(answered) !== null,
  judge: (answered) => {
    const redirect = toClient(answered);
    const errors = redirect === null ? [] : addedValues(redirect, 'error');
    return errors.length === 1 && errors[0] === 'access_denied'
      ? []
      : [
          {
            at: 'header Location',
            expected: 'the error access_denied',
            actual: errors.map(show).join(', ') || 'no error',
          },
        ];
  },
};

/** The redirect to the client of a request that is in order but for the denial. */
function toClient(answered: Answered): Redirect | null {
  if (isFatal(answered) || answered.case.breakage !== null) return null;
  const redirect = redirectOf(answered);
  if (redirect === null || addedValues(redirect, 'code').length > 0) return null;
  const { base } = splitUri(redirectUriOf(answered) ?? '');
  return isSameDestination(redirect.base, base) || isSameDestination(redirect.base, `${base}/`)
    ? redirect
    : null;
}
