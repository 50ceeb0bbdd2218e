import type { Rule } from '../rule.ts';
import { bearerAlteredRefused } from './bearer-altered-refused.ts';
import { bearerAnonymousRefused } from './bearer-anonymous-refused.ts';
import { bearerChallengePresent } from './bearer-challenge-present.ts';
import { bearerCodeRefused } from './bearer-code-refused.ts';
import { bearerDeletedClientRefused } from './bearer-deleted-client-refused.ts';
import { bearerExpiredReason } from './bearer-expired-reason.ts';
import { bearerExpiredRefused } from './bearer-expired-refused.ts';
import { bearerFreshAccepted } from './bearer-fresh-accepted.ts';
import { bearerGeneratedAccepted } from './bearer-generated-accepted.ts';
import { bearerInvalidUnauthorized } from './bearer-invalid-unauthorized.ts';
import { bearerLaterAccepted } from './bearer-later-accepted.ts';
import { bearerQueryRefused } from './bearer-query-refused.ts';
import { bearerRedeemedAccepted } from './bearer-redeemed-accepted.ts';
import { bearerRefreshTokenRefused } from './bearer-refresh-token-refused.ts';
import { bearerSchemeCaseInsensitive } from './bearer-scheme-case-insensitive.ts';

/** The session rules on tokens at the gateway. */
export const bearerRules: readonly Rule[] = [
  bearerAlteredRefused,
  bearerAnonymousRefused,
  bearerChallengePresent,
  bearerCodeRefused,
  bearerDeletedClientRefused,
  bearerExpiredReason,
  bearerExpiredRefused,
  bearerFreshAccepted,
  bearerGeneratedAccepted,
  bearerInvalidUnauthorized,
  bearerLaterAccepted,
  bearerQueryRefused,
  bearerRedeemedAccepted,
  bearerRefreshTokenRefused,
  bearerSchemeCaseInsensitive,
];
