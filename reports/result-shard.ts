import type { OperationRecord } from '../checks/verdict.ts';
import type { RunOptions, RunReport } from './run-report.ts';

/** What the result file of a shard contains beyond that of a run: everything needed to report on the whole run. */
export interface ResultShard {
  /** From 1 to `of`. */
  readonly index: number;
  readonly of: number;
  /** The suites of all shards, in the order of a run. */
  readonly suites: readonly string[];
  readonly isEmbedded: boolean;
  readonly isInterrupted: boolean;
  readonly options: RunOptions;
  readonly records: readonly OperationRecord[];
}

/** The part of a result file that only shards have; null for a whole run. */
export function resultShard({
  shard,
  target,
  isInterrupted,
  options,
  records,
}: RunReport): ResultShard | null {
  return shard === null ? null : { ...shard, isEmbedded: target.isEmbedded, isInterrupted, options, records };
}
