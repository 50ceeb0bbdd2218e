import type { Case } from '../../generators/case.ts';
import type { CasePath } from './case-path.ts';
import type { CaseRun } from './run-case.ts';

/** Where the answers to cases come from: a target, or the trace of one. */
export interface CaseSource {
  /** A case as it went; null where there is no telling. */
  readonly run: (path: CasePath, testCase: Case) => Promise<CaseRun | null>;
  /** Removes what a case has created, once it is judged. */
  readonly tidyUp: (testCase: Case, result: CaseRun) => Promise<void>;
  /** The same source for cases that share no step with those before them. */
  readonly apart: () => CaseSource;
}

/** A case as it went, with where it comes from. */
export interface CaseWent {
  readonly path: CasePath;
  readonly testCase: Case;
  readonly result: CaseRun;
}
