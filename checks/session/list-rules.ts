import type { Rule } from '../rule.ts';
import { listDeletedAbsent } from './list-deleted-absent.ts';
import { listEntitiesUnique } from './list-entities-unique.ts';
import { listEntityEqualsRead } from './list-entity-equals-read.ts';
import { listFilterAccepted } from './list-filter-accepted.ts';
import { listFilterFinds } from './list-filter-finds.ts';
import { listFilterLeavesOut } from './list-filter-leaves-out.ts';
import { listOffsetMoves } from './list-offset-moves.ts';
import { listOrderKept } from './list-order-kept.ts';
import { listOrderReversed } from './list-order-reversed.ts';
import { listRegisteredPresent } from './list-registered-present.ts';

/** The session rules on lists. */
export const listRules: readonly Rule[] = [
  listDeletedAbsent,
  listEntitiesUnique,
  listEntityEqualsRead,
  listFilterAccepted,
  listFilterFinds,
  listFilterLeavesOut,
  listOffsetMoves,
  listOrderKept,
  listOrderReversed,
  listRegisteredPresent,
];
