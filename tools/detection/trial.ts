import type { Verdict } from '../../checks/verdict.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';

/** A target to be driven: the lawful one, or one with a single variant, fault or mutation of its code. */
export interface Trial {
  readonly kind: 'clean' | 'variant' | 'fault' | 'mutant';
  /** Id of the variant, fault or mutant; `clean` for the lawful target. */
  readonly id: string;
  /** Default: all that can show it. */
  readonly suites?: readonly SuiteId[];
}

/** A rule that was violated on a suite, and what the report would make of it. */
export interface ViolatedRule {
  readonly rule: string;
  readonly verdict: Verdict;
  /** Suite, place, what was expected and what came. */
  readonly detail: string;
}

/** What driving a target has shown. Plain JSON: it comes from another process. */
export interface TrialResult {
  readonly trial: Trial;
  /** Rules that were judged at least once. */
  readonly judged: readonly string[];
  readonly violated: readonly ViolatedRule[];
  /** Suites and rules that could not be judged, and why. Those of a fault are its own business. */
  readonly broken: readonly string[];
  /** Clients that could not be removed. */
  readonly left: readonly string[];
  /** What it took until the first violation; null where there was none before the end. */
  readonly firstViolation: { readonly requests: number; readonly seconds: number } | null;
}
