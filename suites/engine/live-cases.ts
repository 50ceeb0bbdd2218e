import type { Case } from '../../generators/case.ts';
import type { CasePath } from './case-path.ts';
import type { CaseSource, CaseWent } from './case-source.ts';
import { Guest } from './guest.ts';
import type { Repeats } from './repeats.ts';
import type { CaseRun, Wire } from './run-case.ts';
import type { SharedSteps } from './run-step.ts';
import { runSteadily } from './run-steadily.ts';

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
