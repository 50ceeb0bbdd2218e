import type { Verdict } from '../../checks/verdict.ts';
import type { EffortName } from '../../generators/effort.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';

/** A target to drive: the conformant one, or one with a single variant, fault or code mutation. */
export interface Trial {
  readonly kind: 'clean' | 'variant' | 'fault' | 'mutant';
  /** The id of the variant, fault or mutant; `clean` for the conformant target. */
  readonly id: string;
  /** Default: all suites that can show it. */
  readonly suites?: readonly SuiteId[];
}

/** A trial with the cases that it draws. */
export interface PlannedTrial {
  readonly trial: Trial;
  readonly seed: number;
  readonly effort: EffortName;
}

/** A rule that was violated on a suite, with the verdict that a report would give. */
export interface ViolatedRule {
  readonly rule: string;
  readonly verdict: Verdict;
  /** Suite, place, expected and actual value. */
  readonly detail: string;
}

/** The result of driving a target. Plain JSON, because it comes from another process. */
export interface TrialResult {
  readonly trial: Trial;
  /** Rules that were judged at least once. */
  readonly judged: readonly string[];
  readonly violated: readonly ViolatedRule[];
  /** Suites and rules that could not be judged, and why. A fault may legitimately cause some. */
  readonly broken: readonly string[];
  /** Clients that could not be removed. */
  readonly left: readonly string[];
  /** The effort until the first violation; null if there was none before the end. */
  readonly firstViolation: { readonly requests: number; readonly seconds: number } | null;
}
