import type { Attempt, Violation } from '../../../checks/rule.ts';
import type { DrawnCase, ShrinkableCase } from '../draw-cases.ts';

/** What a case that was sent again shows of a defect: the attempt that shows it, and its violation of the rule. */
export interface ShownAgain {
  readonly attempt: Attempt;
  readonly violation: Violation;
}

/** A case that shows a defect once more. */
export interface FoundAgain {
  readonly drawn: DrawnCase;
  readonly start: ShrinkableCase;
  readonly again: ShownAgain;
}

/**
 * What came of sending a case again: the same violation, another answer, or nothing that tells, because it was not sent
 * or the target was too busy to answer.
 */
export type Again<Shown> = Shown | 'not shown' | 'unknown';

export function isSighted<Shown>(again: Again<Shown>): again is Shown {
  return typeof again === 'object';
}
