import type { Finding, RuleRecord, Verdict } from '../../checks/verdict.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';

/** One thing to mend in a target, and every verdict that it explains. */
export interface Cause {
  /** What names it: the rule that says it best, or the id of a known cause, such as `state.not-kept`. */
  readonly id: string;
  /** Sixteen hex digits, equal for the same cause in any run, whatever the seed, the build and the operations. */
  readonly fingerprint: string;
  /** The worst verdict among its records: `fail`, `unexpected pass`, `broken`, `warn` or `note`. */
  readonly verdict: Verdict;
  /** What is wrong, in plain words on one line. */
  readonly statement: string;
  /** Where to look first, and how to mend it; empty if nothing is known, or nothing is violated. */
  readonly hint: string;
  /** Where it shows, in the order of the contract. */
  readonly operations: readonly SuiteId[];
  /** The record that shows it best. It is one of `records`. */
  readonly lead: RuleRecord;
  /** The smallest evidence, of the lead; null if there is none, as for what is broken. */
  readonly finding: Finding | null;
  /** All records that it explains. Each record that fails, warns or is broken is in exactly one cause. */
  readonly records: readonly RuleRecord[];
}
