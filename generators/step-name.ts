/**
 * The names of the steps of cases. Rules find answers by them. A name that no case has must not compile: it would
 * silently disable a part of a rule.
 */
export const stepNames = [
  'authorize',
  'authorize-later',
  'authorize-other',
  'control',
  'delete',
  'delete-again',
  'generate',
  'list-after',
  'list-before',
  'list-descending',
  'list-first',
  'list-first-again',
  'login-again',
  'main',
  'read',
  'read-back',
  'read-other',
  'read-supplied',
  'read-updated',
  'redeem',
  'redeem-before',
  'redeem-invented',
  'redeem-later',
  'redeem-other',
  'redeem-verified',
  'refresh',
  'refresh-after',
  'refresh-again',
  'refresh-fourth',
  'refresh-generated',
  'refresh-generated-again',
  'refresh-other',
  'refresh-third',
  'register',
  'register-other',
  'register-third',
  'replay',
  'revoke',
  'revoke-after',
  'revoke-refreshed',
  'unknown-client',
  'update',
  'use-again',
  'use-case-swapped',
  'use-changed',
  'use-changed-end',
  'use-client-id',
  'use-client-secret',
  'use-code',
  'use-expired',
  'use-fresh',
  'use-generated',
  'use-generated-refresh-token',
  'use-invented',
  'use-later',
  'use-lower-case',
  'use-nothing',
  'use-other',
  'use-other-before',
  'use-padded',
  'use-query',
  'use-redeemed',
  'use-refresh-token',
  'use-refreshed',
  'use-refreshed-later',
  'use-revoked',
  'use-token',
  'use-token-again',
  'use-token-before',
  'use-truncated',
  'use-unsigned',
  'use-upper-case',
] as const;

/** The action of a step in a random sequence, which follows its number. */
export const sequenceActions = [
  'authorize',
  'redeem',
  'use',
  'refresh',
  'revoke-access',
  'revoke-refresh',
  'read',
  'update',
  'deny',
  'list',
  'generate',
  'delete',
] as const;

/** The name of a step: unique in its case. */
export type StepName =
  | (typeof stepNames)[number]
  | `race-${number}`
  | `authorize-${number}`
  | `redeem-${number}`
  | `hard-${string}`
  | `login-${number}`
  | `${number}-${(typeof sequenceActions)[number]}`;
