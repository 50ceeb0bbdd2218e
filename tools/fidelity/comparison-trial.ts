import { classOfRule } from '../../checks/classification.ts';
import type { DifferenceClass } from '../../checks/rule-fields.ts';
import type { DifferenceRecord } from '../../fidelity/comparison.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { faults } from '../../targets/reference/faults/index.ts';

/**
 * The classes of differences that a fault must show: those of the rules that it trips. Empty if the id is not a fault.
 */
export function expectedClasses(fault: string): readonly DifferenceClass[] {
  const { trips = [] } = faults.find(({ id }) => id === fault) ?? {};
  return [...new Set(trips.map(classOfRule))];
}

/** A comparison of the conformant reference target with itself, or with one that has a fault, on some suites. */
export interface ComparisonTrial {
  readonly kind: 'self' | 'fault';
  /** The id of the fault; `self` if there is none. */
  readonly id: string;
  readonly seed: number;
  readonly suites: readonly SuiteId[];
  /** Cases per polarity and suite. */
  readonly runs: number;
}

/** The result of a comparison. Plain JSON, because it comes from another process. */
export interface ComparisonTrialResult {
  readonly trial: ComparisonTrial;
  /** One score per suite, from 0 to 1; null if nothing was compared. */
  readonly scores: readonly (number | null)[];
  readonly differences: readonly Pick<
    DifferenceRecord,
    'class' | 'odd' | 'facet' | 'rules' | 'isSeenAgain'
  >[];
  /** Suites that could not be compared to their end, and clients that were left. */
  readonly broken: readonly string[];
}
