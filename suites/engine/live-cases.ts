import type { Exchange } from '../../driver/exchange.ts';
import type { Case, Step } from '../../generators/case.ts';
import type { CasePath } from './case-path.ts';
import { Guest } from './guest.ts';
import type { Repeats } from './repeats.ts';
import type { CaseRun, Wire } from './run-case.ts';
import { runCase } from './run-case.ts';
import type { SharedSteps } from './run-step.ts';
import { isUnlikely, mayBeWhim } from './transience.ts';

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

/** Cases that are sent to a target: with a guest that cleans up, and steps that cases share. */
export class LiveCases implements CaseSource {
  readonly wire: Wire;
  readonly repeats: Repeats;
  readonly guest: Guest;
  readonly shared: SharedSteps = new Map();
  readonly #witness: (went: CaseWent) => void;

  /** `witness` is told of each case as it went, those that are sent again too. */
  constructor(
    wire: Wire,
    repeats: Repeats,
    witness: (went: CaseWent) => void = () => undefined,
    guest = new Guest(wire),
  ) {
    this.wire = wire;
    this.repeats = repeats;
    this.guest = guest;
    this.#witness = witness;
  }

  /** The same, for cases that share no step with those before them. */
  apart(): LiveCases {
    return new LiveCases(this.wire, this.repeats, this.#witness, this.guest);
  }

  async run(path: CasePath, testCase: Case): Promise<CaseRun> {
    const result = await runSteadily(this, testCase);
    this.#witness({ path, testCase, result });
    return result;
  }

  tidyUp(testCase: Case, result: CaseRun): Promise<void> {
    return this.guest.cleanUp(testCase, result);
  }
}

/** Runs of one case whose set-up was lost. */
const triesEach = 3;

/**
 * Runs a case, and runs it anew from its beginning where its set-up was lost to what may be a whim of a gateway: a new
 * registration does no harm where a repeated one would.
 */
export async function runSteadily(
  run: Pick<LiveCases, 'wire' | 'shared' | 'repeats' | 'guest'>,
  testCase: Case,
): Promise<CaseRun> {
  for (let tries = 1; ; tries += 1) {
    const result = await runCase(testCase, run.wire, run.shared);
    if (result.unset === null || tries === triesEach) return result;
    const isDoubtful = someAnswer(
      testCase,
      result.exchanges,
      (step, exchange) => exchange.isRepeated === true || isUnlikely(testCase, step, exchange),
    );
    if (!isDoubtful || !run.repeats.spend()) return result;
    await run.guest.cleanUp(testCase, result);
  }
}

/** Whether any answer of a case may be a whim of a gateway. */
export function hasWhim(testCase: Case, exchanges: CaseRun['exchanges']): boolean {
  return someAnswer(testCase, exchanges, mayBeWhim);
}

function someAnswer(
  testCase: Case,
  exchanges: CaseRun['exchanges'],
  holds: (step: Step, exchange: Exchange) => boolean,
): boolean {
  return testCase.steps.some((step) => {
    const exchange = exchanges.get(step.name);
    return exchange !== undefined && holds(step, exchange);
  });
}
