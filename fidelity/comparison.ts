import type { Effort } from '../generators/effort.ts';
import type { MockLevel } from '../checks/rule-fields.ts';
import type { OperationRecord } from '../checks/verdict.ts';
import type { RedactedExchange, RedactedText } from '../driver/secrets/redacted.ts';
import type { Difference } from './difference.ts';

/** A difference between two targets with the smallest case that shows it. Plain JSON, without secrets. */
export interface DifferenceRecord extends Pick<
  Difference,
  'class' | 'level' | 'odd' | 'facet' | 'step' | 'at' | 'rules' | 'here'
> {
  readonly operation: OperationRecord['operation'];
  /** What each target showed. */
  readonly a: RedactedText;
  readonly b: RedactedText;
  /**
   * Whether it counts against the second target. Incidental headers and differences beyond the required level do not.
   */
  readonly isCounted: boolean;
  /** The kinds of cases that show it. */
  readonly families: readonly string[];
  /** How many cases show it. */
  readonly count: number;
  /** Whether it reproduced when its case was sent again; false if there was no time left. */
  readonly isSeenAgain: boolean;
  /** With the seed, the case that shows it; empty for a difference over all cases. */
  readonly path: string;
  readonly shrinks: number;
  readonly exchanges: { readonly a: readonly RedactedExchange[]; readonly b: readonly RedactedExchange[] };
}

/** A kind of cases: how many of them were compared, and how many showed no difference that counts. */
export interface ComparedKind {
  readonly family: string;
  readonly compared: number;
  readonly alike: number;
  /** The mean over its cases of the share of an answer that was alike, from 0 to 1. */
  readonly likeness: number;
  /** Cases that could be set up on neither target, or that were refused because of load. */
  readonly leftOut: number;
}

/** A rule that both targets violate: only the contract requires it there. */
export interface SharedViolation {
  readonly rule: string;
  readonly count: number;
}

/** The comparison of two targets over one suite. */
export interface SuiteComparison {
  readonly operation: OperationRecord['operation'];
  readonly kinds: readonly ComparedKind[];
  readonly differences: readonly DifferenceRecord[];
  readonly shared: readonly SharedViolation[];
  /**
   * For each rule that only one target violates, in how many cases each of these rules differs as well; by its own id, in
   * how many it does.
   */
  readonly together: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** How many differences were transient: they did not reproduce, and are not reported. */
  readonly whims: number;
  readonly requests: { readonly a: number; readonly b: number };
  readonly residue: {
    readonly a: OperationRecord['residue'];
    readonly b: OperationRecord['residue'];
  };
  /** Why it could not be completed, or null. */
  readonly broken: string | null;
}

/** The comparison of two targets. */
export interface Comparison {
  readonly tool: { readonly name: string; readonly version: string };
  readonly contract: { readonly title: string; readonly version: string; readonly sha256: string };
  /** As given to the command: addresses without credentials, or `reference`. */
  readonly targets: { readonly a: string; readonly b: string };
  /** How this tool is called here, and the arguments that a replay has to repeat. Never a secret. */
  readonly invocation: string;
  readonly carriedArguments: readonly string[];
  readonly seed: number;
  readonly runs: Effort;
  readonly startedAt: string;
  readonly durationMs: number;
  /** Up to which level differences count. */
  readonly level: MockLevel;
  readonly suites: readonly SuiteComparison[];
  /** What was created on each target, and what is left of it at the end. */
  readonly residue: { readonly a: OperationRecord['residue']; readonly b: OperationRecord['residue'] };
  readonly isInterrupted: boolean;
}
