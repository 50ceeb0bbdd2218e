import type { Exchange } from '../../driver/exchange.ts';
import type { Case, Step } from '../../generators/case.ts';
import type { CasePath } from './case-path.ts';
import { Teardown } from './teardown.ts';
import type { Retries } from './retry/retries.ts';
import type { Wire } from './wire.ts';
import type { CaseRun } from './run-case.ts';
import { runCase } from './run-case.ts';
import type { SharedSteps } from './run-step.ts';
import { isUnlikely, mayBeTransient } from './retry/transient.ts';

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

/** Cases that are sent to a target: with a teardown that cleans up, and steps that cases share. */
export class LiveCases implements CaseSource {
  readonly wire: Wire;
  readonly repeats: Retries;
  readonly teardown: Teardown;
  readonly shared: SharedSteps = new Map();
  readonly #witness: (went: CaseWent) => void;

  /** `witness` is told of each case as it went, those that are sent again too. */
  constructor(
    wire: Wire,
    repeats: Retries,
    witness: (went: CaseWent) => void = () => undefined,
    teardown = new Teardown(wire),
  ) {
    this.wire = wire;
    this.repeats = repeats;
    this.teardown = teardown;
    this.#witness = witness;
  }

  /** The same, for cases that share no step with those before them. */
  apart(): LiveCases {
    return new LiveCases(this.wire, this.repeats, this.#witness, this.teardown);
  }

  async run(path: CasePath, testCase: Case): Promise<CaseRun> {
    const result = await runSteadily(this, testCase);
    this.#witness({ path, testCase, result });
    return result;
  }

  tidyUp(testCase: Case, result: CaseRun): Promise<void> {
    return this.teardown.cleanUp(testCase, result);
  }
}

/** Runs of one case whose set-up was lost. */
const triesEach = 3;

/**
 * Runs a case, and runs it anew from its beginning where its set-up was lost to what may be a transient answer of a gateway: a new
 * registration does no harm where a repeated one would.
 */
export async function runSteadily(
  run: Pick<LiveCases, 'wire' | 'shared' | 'repeats' | 'teardown'>,
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
    await run.teardown.cleanUp(testCase, result);
  }
}

/** Whether any answer of a case may be a transient answer of a gateway. */
export function hasTransientAnswer(testCase: Case, exchanges: CaseRun['exchanges']): boolean {
  return someAnswer(testCase, exchanges, mayBeTransient);
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
