import type { Advice, AdviceTable } from './advice.ts';
import { ended, issued, ofOthers, works } from './shared.ts';

const unhinted: Advice = {
  why: 'A token that its owner revoked stays valid, because of a hint that was wrong.',
  mend: 'Only the place that the hint names is searched. Search there first, then everywhere else.',
};

/** The end of tokens, and their use at the gateway. */
export const tokenUseAdvice: AdviceTable = {
  'revoke.answer': {
    why: 'A client takes a revocation that worked for one that failed, and repeats it.',
    mend: 'The envelope of errors is reused. Set `state` to something other than `ERROR` on success.',
  },
  'revoke.unknown': {
    why: 'The caller cannot tell a mistyped token from a revoked one.',
    mend: 'Decide by the store: 404 for a token that is not there, with the envelope.',
  },
  'revoke.hint': {
    why: 'A mistyped hint goes unnoticed.',
    mend: 'Check the hint against the list in the contract.',
  },
  'revoke.access-hint': unhinted,
  'revoke.refresh-hint': unhinted,
  'revoke.access-token': ended,
  'revoke.refresh-token': ended,
  'revoke.known': works,
  'revoke.others': ofOthers,
  'revoke.same-client': ofOthers,
  'revoke.race': {
    why: 'A token that was revoked while it was in use stays valid.',
    mend: 'A refresh or a use writes the record back after the revocation. Update it only if it is still there.',
  },
  'revoke.refused': {
    why: 'Anyone can end the access of others.',
    mend: 'The token is removed before the caller is checked. Check first.',
  },
  'revoke.stranger': {
    why: 'A token that is like another one ends that other.',
    mend: 'Tokens are compared by prefix, or trimmed. Compare the whole value.',
  },
  'bearer.altered': issued,
  'bearer.code': issued,
  'bearer.refresh-token': issued,
  'bearer.anonymous': {
    why: 'The resource is open to everyone.',
    mend: 'The check looks at a token only if one is there. Refuse a request without one.',
  },
  'bearer.challenge': {
    why: 'A client cannot learn that its token is the problem.',
    mend: 'Send `WWW-Authenticate: Bearer error="invalid_token"` with the 401.',
  },
  'bearer.unauthorized': {
    why: 'A client cannot learn how to authenticate.',
    mend: 'An error handler writes the 401 without the header. Send `WWW-Authenticate` with every 401.',
  },
  'bearer.deleted-client': ended,
  'bearer.expired': {
    why: 'A token that was lost works for ever.',
    mend: 'The lifetime is told but not checked. Store the end of each token and compare it on every use.',
  },
  'bearer.expired.reason': {
    why: 'A client cannot tell a token that it has to renew from one that was never good.',
    mend: 'Name the listed reason for an expired token in the message list.',
  },
  'bearer.invalid': {
    why: 'Clients renew a token on 401 only.',
    mend: 'Answer 401 instead of 400, 403 or 500 to a token that is not good.',
  },
  'bearer.fresh': works,
  'bearer.generated': works,
  'bearer.later': works,
  'bearer.redeemed': works,
  'bearer.query': {
    why: 'Addresses are logged and passed on, and tokens in them as well.',
    mend: 'A library takes tokens from header, form and query. Switch the query off.',
  },
  'bearer.scheme': {
    why: 'Clients that write the scheme in another case are refused, or other schemes are taken for Bearer.',
    mend: 'Compare the scheme without regard to case, and take a token under no other.',
  },
};
