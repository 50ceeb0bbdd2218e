import type { Attempt, Rule } from '../../checks/rule.ts';
import type { Flake } from '../../checks/verdict.ts';
import type { Family } from '../../generators/family.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { Contract } from '../../spec/operation.ts';
import type { LatencyMeter } from './latency.ts';
import type { CaseSource, CaseWent } from './live-cases.ts';
import type { Outage } from './retry/outage.ts';
import type { CaseTally } from './unjudged.ts';

/** What a suite's run depends on. */
export interface SuitePlan {
  readonly suite: SuiteId;
  readonly contract: Contract;
  readonly families: readonly Family[];
  readonly rules: readonly Rule[];
  readonly seed: number;
  /** Cases of each polarity, at most. */
  readonly runs: number;
  /** Cases in flight. */
  readonly concurrency: number;
  /** The moment of `monotonicMs` after which no further case is begun; null for no limit. */
  readonly deadline: number | null;
  /** Only this case, `FAMILY@CHUNK@STEPS`. */
  readonly replay: string | null;
  /** Cases spent on making findings smaller: on one, and on all of the suite. */
  readonly shrinkBudget: { readonly each: number; readonly all: number };
  /** Whether nothing is sent that could change the target. Default: no. */
  readonly isReadOnly?: boolean;
  /** After so many requests with wrong credentials in a row one with the right ones is sent. Default: no limit. */
  readonly wrongCredentialsInARow?: number | null;
  /** What is known of the target's being there; shared by the suites of a process. Default: nothing. */
  readonly outage?: Outage;
  /** Told of each case as it went, those that are sent again too; for a trace. */
  readonly witness?: (went: CaseWent) => void;
  /** Asked between cases: true ends them, and what was found is looked into as usual. Default: never. */
  readonly isEnough?: () => boolean;
  /** Asked between cases: true ends the run with what has been judged so far. */
  readonly isInterrupted: () => boolean;
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
}

/** A run under way: what its parts share. */
export interface SuiteRun {
  readonly plan: SuitePlan;
  readonly source: CaseSource;
  readonly password: string;
  readonly flaky: Flake[];
  readonly latency: LatencyMeter;
  readonly cases: CaseTally;
  /** Whether a gateway may have made the answers of an attempt for a moment. */
  readonly isTransient: (attempt: Attempt) => boolean;
  /** Whether nothing more is to be sent for the sake of findings: the time is up, or the user has had enough. */
  readonly isOver: () => boolean;
  /** Whether the target has gone silent altogether, so that what was not answered says nothing of the requests. */
  isTargetGone: boolean;
  /** What is left of the time for seeing defects again: where requests hang, each look takes long. */
  searchMsLeft: number;
  /** What is left of the budget for making findings smaller. */
  shrinksLeft: number;
}
