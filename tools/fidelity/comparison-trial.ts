import { classOfRule } from '../../checks/classification.ts';
import type { DifferenceClass } from '../../checks/rule-fields.ts';
import type { DifferenceRecord } from '../../fidelity/comparison.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { faults } from '../../targets/reference/faults/index.ts';

/** The classes of the differences that a fault has to show: those of the rules that it trips. None for what is no fault. */
export function expectedClasses(fault: string): readonly DifferenceClass[] {
  const { trips = [] } = faults.find(({ id }) => id === fault) ?? {};
  return [...new Set(trips.map(classOfRule))];
}

/** The lawful reference target beside itself, or beside one with a fault, on some suites. */
export interface ComparisonTrial {
  readonly kind: 'self' | 'fault';
  /** Id of the fault; `self` where there is none. */
  readonly id: string;
  readonly seed: number;
  readonly suites: readonly SuiteId[];
  /** Cases of each polarity and suite. */
  readonly runs: number;
}

/** What a comparison has shown. Plain JSON: it comes from another process. */
export interface ComparisonTrialResult {
  readonly trial: ComparisonTrial;
  /** Of each suite, from 0 to 1; null where nothing was compared. */
  readonly scores: readonly (number | null)[];
  readonly differences: readonly Pick<
    DifferenceRecord,
    'class' | 'odd' | 'facet' | 'rules' | 'isSeenAgain'
  >[];
  /** Suites that could not be compared to their end, and clients that were left. */
  readonly broken: readonly string[];
}
