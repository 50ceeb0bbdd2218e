import type { Effort } from '../../generators/effort.ts';
import type { Attempt, Rule } from '../../checks/rule.ts';
import type { Flake } from '../../checks/verdict.ts';
import type { Family } from '../../generators/family.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { Contract } from '../../spec/operation.ts';
import type { CrashWatch } from './crash-watch.ts';
import type { HeldUp } from './pace/lateness.ts';
import type { JudgedCase } from './judged-case.ts';
import type { LatencyMeter } from './latency.ts';
import type { CaseSource, CaseWent } from './live-cases.ts';
import type { Patience } from './pace/patience.ts';
import type { Places } from './pace/places.ts';
import type { Defect } from './recorder.ts';
import type { Outage } from './retry/outage.ts';
import type { CaseRun } from './run-case.ts';
import type { Again, FoundAgain } from './confirm/sighting.ts';
import type { CaseTally } from './unjudged.ts';

export interface SuitePlan {
  readonly suite: SuiteId;
  readonly contract: Contract;
  readonly families: readonly Family[];
  /** Which families have cases that a rule of the run is about. Default: all. */
  readonly isNeeded?: (family: Family) => boolean;
  readonly rules: readonly Rule[];
  readonly seed: number;
  readonly runs: Effort;
  readonly concurrency: number;
  /** The moment of `monotonicMs` after which no further case is begun; null for no limit. */
  readonly deadline: number | null;
  /** Milliseconds for sending cases, of which a slow target then gets fewer; null or absent for no limit. */
  readonly shareMs?: number | null;
  /** How long late answers have held up the run so far; shared by the suites of a process. */
  readonly heldUp?: HeldUp;
  /** Runs only this case, `FAMILY@CHUNK@STEPS`. */
  readonly replay: string | null;
  /** Cases spent on shrinking, for one finding and for all findings of the suite: see `shrink`. */
  readonly shrinkBudget: { readonly each: number; readonly all: number };
  /** Whether no request is sent that could change the target. Default: no. */
  readonly isReadOnly?: boolean;
  /** After this many requests in a row with wrong credentials, one with the right ones is sent. Default: no limit. */
  readonly wrongCredentialsInARow?: number | null;
  /** Whether the target was reached before; shared by the suites of a process. Default: not known. */
  readonly outage?: Outage;
  /** Called for each case after its run, also for those that are sent again; for a trace. */
  readonly witness?: (went: CaseWent) => void;
  /** Called for each case once it is judged, in the order in which they end. */
  readonly onJudged?: (judged: JudgedCase) => void;
  /** Checked between cases: true ends the drawing of cases, and findings are examined as usual. Default: never. */
  readonly isEnough?: () => boolean;
  /** Checked between cases: true ends the run with what has been judged so far. */
  readonly isInterrupted: () => boolean;
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
}

/** The state that the parts of a running suite share. */
export interface SuiteRun {
  readonly plan: SuitePlan;
  readonly source: CaseSource;
  readonly password: string;
  readonly flaky: Flake[];
  readonly latency: LatencyMeter;
  readonly cases: CaseTally;
  /** Whether the answers of an attempt may be transient answers of a gateway. */
  readonly isTransient: (attempt: Attempt) => boolean;
  /** Whether nothing more may be sent for findings: the time is up, or the user has interrupted the run. */
  isOver: () => boolean;
  readonly crash: CrashWatch;
  readonly places: Places;
  /** Leaves out cases for which the target is too slow; null if none is sent. */
  readonly patience: Patience | null;
  /** Whether the target has stopped answering altogether, so that a missing answer says nothing about its request. */
  isTargetGone: boolean;
  /** What came of sending cases again for which it takes long, by path and number, for all rules that they violate. */
  readonly resent: Map<string, Promise<CaseRun | null>>;
  /** What came of sending the cases of defects again ahead of the others. */
  readonly shown: Map<Defect, Again<FoundAgain>>;
  /** The time left for reproducing defects: if requests hang, each attempt takes long. */
  searchMsLeft: number;
  /** The budget left for shrinking findings. */
  shrinksLeft: number;
}
