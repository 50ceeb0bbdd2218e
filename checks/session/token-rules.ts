import type { Rule } from '../rule.ts';
import { tokenAccessUnguessable } from './token-access-unguessable.ts';
import { tokenAccessUnique } from './token-access-unique.ts';
import { tokenAccessVisible } from './token-access-visible.ts';
import { tokenClientIndistinct } from './token-client-indistinct.ts';
import { tokenClientKnown } from './token-client-known.ts';
import { tokenCodeRedeemed } from './token-code-redeemed.ts';
import { tokenCurrentSecretAccepted } from './token-current-secret-accepted.ts';
import { tokenEarlierUsable } from './token-earlier-usable.ts';
import { tokenExtraIgnored } from './token-extra-ignored.ts';
import { tokenGrantTypeClosed } from './token-grant-type-closed.ts';
import { tokenOthersRefreshable } from './token-others-refreshable.ts';
import { tokenOthersUsable } from './token-others-usable.ts';
import { tokenPairDistinct } from './token-pair-distinct.ts';
import { tokenRefreshUnguessable } from './token-refresh-unguessable.ts';
import { tokenRefreshUnique } from './token-refresh-unique.ts';
import { tokenRefreshVisible } from './token-refresh-visible.ts';
import { tokenRotatedSecretRefused } from './token-rotated-secret-refused.ts';
import { tokenScopeDefaultApplied } from './token-scope-default-applied.ts';
import { tokenScopeKnown } from './token-scope-known.ts';
import { tokenScopeWithinAsked } from './token-scope-within-asked.ts';
import { tokenScopeWithinDefault } from './token-scope-within-default.ts';
import { tokenSecretChecked } from './token-secret-checked.ts';

/** The session rules on token requests. */
export const tokenRules: readonly Rule[] = [
  tokenAccessUnguessable,
  tokenAccessUnique,
  tokenAccessVisible,
  tokenClientIndistinct,
  tokenClientKnown,
  tokenCodeRedeemed,
  tokenCurrentSecretAccepted,
  tokenEarlierUsable,
  tokenExtraIgnored,
  tokenGrantTypeClosed,
  tokenOthersRefreshable,
  tokenOthersUsable,
  tokenPairDistinct,
  tokenRefreshUnguessable,
  tokenRefreshUnique,
  tokenRefreshVisible,
  tokenRotatedSecretRefused,
  tokenScopeDefaultApplied,
  tokenScopeKnown,
  tokenScopeWithinAsked,
  tokenScopeWithinDefault,
  tokenSecretChecked,
];
