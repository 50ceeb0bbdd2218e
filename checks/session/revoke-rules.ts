import type { Rule } from '../rule.ts';
import { revokeAccessHintSearchExtended } from './revoke-access-hint-search-extended.ts';
import { revokeAccessTokenDead } from './revoke-access-token-dead.ts';
import { revokeKnownSucceeds } from './revoke-known-succeeds.ts';
import { revokeOthersRefreshable } from './revoke-others-refreshable.ts';
import { revokeOthersUsable } from './revoke-others-usable.ts';
import { revokeRefreshHintSearchExtended } from './revoke-refresh-hint-search-extended.ts';
import { revokeRefreshTokenDead } from './revoke-refresh-token-dead.ts';
import { revokeRefreshTokenKillsAccess } from './revoke-refresh-token-kills-access.ts';
import { revokeRefusedNoEffect } from './revoke-refused-no-effect.ts';
import { revokeSameClientUsable } from './revoke-same-client-usable.ts';
import { revokeStrangerNoEffect } from './revoke-stranger-no-effect.ts';
import { revokeUnknownSettled } from './revoke-unknown-settled.ts';

/** The session rules on revocation. */
export const revokeRules: readonly Rule[] = [
  revokeAccessHintSearchExtended,
  revokeAccessTokenDead,
  revokeKnownSucceeds,
  revokeOthersRefreshable,
  revokeOthersUsable,
  revokeRefreshHintSearchExtended,
  revokeRefreshTokenDead,
  revokeRefreshTokenKillsAccess,
  revokeRefusedNoEffect,
  revokeSameClientUsable,
  revokeStrangerNoEffect,
  revokeUnknownSettled,
];
