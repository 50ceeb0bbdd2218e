import type { Rule } from '../rule.ts';
import { codeClientBound } from './code-client-bound.ts';
import { codeDeletedClientRefused } from './code-deleted-client-refused.ts';
import { codeEarlierRedeemable } from './code-earlier-redeemable.ts';
import { codeInventedRefused } from './code-invented-refused.ts';
import { codeKindChecked } from './code-kind-checked.ts';
import { codeLaterRedeemable } from './code-later-redeemable.ts';
import { codeRaceSingle } from './code-race-single.ts';
import { codeRedirectBound } from './code-redirect-bound.ts';
import { codeReplayKillsAccess } from './code-replay-kills-access.ts';
import { codeReplayKillsRefresh } from './code-replay-kills-refresh.ts';
import { codeReplayRefused } from './code-replay-refused.ts';
import { codeValueUnguessable } from './code-value-unguessable.ts';
import { codeValueUnique } from './code-value-unique.ts';
import { codeValueVisible } from './code-value-visible.ts';

/** The session rules on codes. */
export const codeRules: readonly Rule[] = [
  codeClientBound,
  codeDeletedClientRefused,
  codeEarlierRedeemable,
  codeInventedRefused,
  codeKindChecked,
  codeLaterRedeemable,
  codeRaceSingle,
  codeRedirectBound,
  codeReplayKillsAccess,
  codeReplayKillsRefresh,
  codeReplayRefused,
  codeValueUnguessable,
  codeValueUnique,
  codeValueVisible,
];
