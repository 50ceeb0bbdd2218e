import type { Attempt, Rule } from '../../checks/rule.ts';
import type { DrawnCase } from './draw-cases.ts';

/** A case of a run that was answered or failed, with the rules that it violates. */
export interface JudgedCase {
  readonly drawn: DrawnCase;
  /** What came of its main request. */
  readonly exchange: Attempt['exchange'];
  /** `isCertain`: it counts even if it does not show again. */
  readonly violated: readonly { readonly rule: Rule; readonly isCertain: boolean }[];
}
