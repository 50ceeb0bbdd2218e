import type { Answered, AnswerRule, Violation } from '../rule.ts';
import { isGrant, redirectOf, redirectUriOf } from '../read/authorization.ts';
import { splitUri } from '../read/redirect.ts';
import { isSameDestination } from '../read/same-destination.ts';
import { show } from '../read/show.ts';

/**
 * Its own query is kept, and more parameters may be added. The contract's prose has a slash before the query: that is
 * tolerated, and `authorize.location.slash` notes it.
 */
export const locationExact: AnswerRule = {
  on: 'answer',
  id: 'authorize.location.exact',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'redirects to exactly the redirect URI, its own query kept',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) =>
    isGrant(answered) && redirectOf(answered) !== null && isPlain(redirectUriOf(answered)),
  judge,
};

function judge(answered: Answered): readonly Violation[] {
  const redirect = redirectOf(answered);
  if (redirect === null) return [];
  const at = 'header Location';
  const { base } = splitUri(redirectUriOf(answered) ?? '');
  const isExact = isSameDestination(redirect.base, base) || isSameDestination(redirect.base, `${base}/`);
  return [
    ...(isExact ? [] : [{ at, expected: show(base), actual: show(redirect.base) }]),
    ...redirect.lost.map((pair) => ({ at, expected: `${show(pair)} in the query`, actual: 'absent' })),
    ...(redirect.fragment === '' ? [] : [{ at, expected: 'no fragment', actual: show(redirect.fragment) }]),
  ];
}

/** Others than URIs in ASCII are not valid, and a header has no agreed way to hold them. */
function isPlain(redirectUri: string | null): boolean {
  return redirectUri !== null && /^[\x21-\x7e]+$/.test(redirectUri);
}
