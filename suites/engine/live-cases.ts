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

/** The source of the answers to cases: a target, or a trace of one. */
export interface CaseSource {
  /** Runs a case; null if its answers are not known. */
  readonly run: (path: CasePath, testCase: Case) => Promise<CaseRun | null>;
  /** Removes what a case has created, after it is judged. */
  readonly tidyUp: (testCase: Case, result: CaseRun) => Promise<void>;
  /** The same source for cases that share no step with those before them. */
  readonly apart: () => CaseSource;
}

/** A case after its run, with its path. */
export interface CaseWent {
  readonly path: CasePath;
  readonly testCase: Case;
  readonly result: CaseRun;
}

/** Cases that are sent to a target, with a teardown that cleans up and with steps that cases share. */
export class LiveCases implements CaseSource {
  readonly wire: Wire;
  readonly repeats: Retries;
  readonly teardown: Teardown;
  readonly shared: SharedSteps = new Map();
  readonly #witness: (went: CaseWent) => void;

  /** `witness` is called for each case after its run, also for those that are sent again. */
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

/** How often a case is run if its setup fails. */
const triesEach = 3;

/**
 * Runs a case, and runs it again from its beginning if its setup failed because of what may be a transient answer of a
 * gateway. A new registration does no harm, while a repeated one would.
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
      // What hangs once hangs for long: to send it twice more would stall the run.
      (step, exchange) =>
        exchange.failure?.kind !== 'hang' &&
        (exchange.isRepeated === true || isUnlikely(testCase, step, exchange)),
    );
    if (!isDoubtful || !run.repeats.spend()) return result;
    await run.teardown.cleanUp(testCase, result);
  }
}

/** Whether any answer in a case may be a transient answer of a gateway. */
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
