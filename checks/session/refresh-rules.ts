import type { Rule } from '../rule.ts';
import { refreshAccessTokenAccepted } from './refresh-access-token-accepted.ts';
import { refreshClientBound } from './refresh-client-bound.ts';
import { refreshDeletedClientRefused } from './refresh-deleted-client-refused.ts';
import { refreshGrantWorks } from './refresh-grant-works.ts';
import { refreshInventedRefused } from './refresh-invented-refused.ts';
import { refreshKindChecked } from './refresh-kind-checked.ts';
import { refreshRaceSingle } from './refresh-race-single.ts';
import { refreshRedeemedTokenWorks } from './refresh-redeemed-token-works.ts';
import { refreshReturnedTokenWorks } from './refresh-returned-token-works.ts';
import { refreshRotatedOldRefused } from './refresh-rotated-old-refused.ts';
import { refreshScopeKept } from './refresh-scope-kept.ts';
import { refreshScopeWithinGrant } from './refresh-scope-within-grant.ts';

/** The session rules on refresh tokens. */
export const refreshRules: readonly Rule[] = [
  refreshAccessTokenAccepted,
  refreshClientBound,
  refreshDeletedClientRefused,
  refreshGrantWorks,
  refreshInventedRefused,
  refreshKindChecked,
  refreshRaceSingle,
  refreshRedeemedTokenWorks,
  refreshReturnedTokenWorks,
  refreshRotatedOldRefused,
  refreshScopeKept,
  refreshScopeWithinGrant,
];
