import type { AnswerRule } from '../rule.ts';
import { isGrant, redirectOf, redirectUriOf } from '../read/authorization.ts';
import { splitUri } from '../read/redirect.ts';
import { isSameDestination } from '../read/same-destination.ts';
import { show } from '../read/show.ts';

/** The contract's prose has the slash, and clients that compare redirect URIs stumble over it. */
export const locationSlash: AnswerRule = {
  on: 'answer',
  id: 'authorize.location.slash',
  level: 'MAY',
  source: { document: 'RFC 6749', section: '3.1.2' },
  claim: 'redirects without inserting a slash before the query',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) => isGrant(answered) && redirectOf(answered) !== null,
  judge: (answered) => {
    const redirect = redirectOf(answered);
    const { base } = splitUri(redirectUriOf(answered) ?? '');
    if (redirect?.base !== `${base}/` || isSameDestination(redirect.base, base)) return [];
    return [{ at: 'header Location', expected: show(base), actual: show(redirect.base) }];
  },
};
