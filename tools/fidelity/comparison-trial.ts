import type { DifferenceRecord } from '../../fidelity/comparison.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';

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
