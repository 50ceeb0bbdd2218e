import type { Rule } from '../rule.ts';
import { authorizeAddedUriAccepted } from './authorize-added-uri-accepted.ts';
import { authorizeClientKnown } from './authorize-client-known.ts';
import { authorizeClosedListNoCode } from './authorize-closed-list-no-code.ts';
import { authorizeCodeInQuery } from './authorize-code-in-query.ts';
import { authorizeCodeToRegistered } from './authorize-code-to-registered.ts';
import { authorizeExtraIgnored } from './authorize-extra-ignored.ts';
import { authorizeHeaderUnsplit } from './authorize-header-unsplit.ts';
import { authorizeOmittedUriAmbiguousRefused } from './authorize-omitted-uri-ambiguous-refused.ts';
import { authorizeOmittedUriRegisteredUsed } from './authorize-omitted-uri-registered-used.ts';
import { authorizePkceRedeemable } from './authorize-pkce-redeemable.ts';
import { authorizeQueryKept } from './authorize-query-kept.ts';
import { authorizeRedirectExact } from './authorize-redirect-exact.ts';
import { authorizeRedirectNotRepeated } from './authorize-redirect-not-repeated.ts';
import { authorizeRepeatedSecondIgnored } from './authorize-repeated-second-ignored.ts';
import { authorizeStateReturned } from './authorize-state-returned.ts';

/** The session rules on authorizations. */
export const authorizeRules: readonly Rule[] = [
  authorizeAddedUriAccepted,
  authorizeClientKnown,
  authorizeClosedListNoCode,
  authorizeCodeInQuery,
  authorizeCodeToRegistered,
  authorizeExtraIgnored,
  authorizeHeaderUnsplit,
  authorizeOmittedUriAmbiguousRefused,
  authorizeOmittedUriRegisteredUsed,
  authorizePkceRedeemable,
  authorizeQueryKept,
  authorizeRedirectExact,
  authorizeRedirectNotRepeated,
  authorizeRepeatedSecondIgnored,
  authorizeStateReturned,
];
