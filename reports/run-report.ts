import type { Effort } from '../generators/effort.ts';
import type { Level } from '../checks/rule.ts';
import type { OperationRecord } from '../checks/verdict.ts';
import type { RuleFacts } from './rule-facts.ts';

export interface RunTarget {
  readonly url: string;
  /** Whether it is the embedded reference target, which a replay starts itself. */
  readonly isEmbedded: boolean;
  readonly profile: string | null;
  readonly build: string | null;
  /** Set if no requests were sent: when the answers were recorded. */
  readonly trace?: TraceFacts;
}

/** A trace that was judged instead of a target. */
export interface TraceFacts {
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly ageDays: number;
}

/** How the run was requested. An empty list means all. */
export interface RunOptions {
  readonly runs: Effort;
  readonly operations: readonly string[];
  readonly rules: readonly string[];
  /** How this tool is called here, such as `npm run -s conformance --`. */
  readonly invocation: string;
  /** Arguments that a replay must repeat, such as `--spec FILE`. Never a secret. */
  readonly carriedArguments: readonly string[];
}

/** Everything known about a run when it is over. Plain JSON, without secrets. */
export interface RunReport {
  readonly tool: { readonly name: string; readonly version: string };
  readonly target: RunTarget;
  readonly contract: { readonly title: string; readonly version: string; readonly sha256: string };
  readonly seed: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly requests: number;
  readonly options: RunOptions;
  /** The rules of the catalogue, to describe those in the records. */
  readonly rules: readonly RuleFacts[];
  readonly records: readonly OperationRecord[];
  /** Which part of which whole run this is, with the suites of all parts; null for a whole run. */
  readonly shard: { readonly index: number; readonly of: number; readonly suites: readonly string[] } | null;
  /** What became of the defects of an earlier run; null if none was given. */
  readonly baseline: BaselineComparison | null;
  /** What the run left on its target, as found at the end; null to use the counts of the suites. */
  readonly residue: OperationRecord['residue'] | null;
  /** Why the run as a whole could not be completed, for example because the target cannot be reached. */
  readonly broken: string | null;
  readonly isInterrupted: boolean;
}

/** A rule violated in one place of an operation's answers. */
export interface DefectOfRun {
  readonly operation: string;
  readonly rule: string;
  readonly level: Level;
  readonly at: string;
  readonly fingerprint: string;
}

/** What became of the defects of an earlier run. */
export interface BaselineComparison {
  readonly startedAt: string;
  readonly seed: number;
  readonly build: string | null;
  readonly new: readonly DefectOfRun[];
  readonly stillFailing: readonly DefectOfRun[];
  readonly fixed: readonly DefectOfRun[];
  /** Defects of the earlier run whose rule this run did not judge on that operation, so that their state is unknown. */
  readonly notJudged: readonly DefectOfRun[];
}
