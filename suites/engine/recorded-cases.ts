import type { Exchange } from '../../driver/exchange.ts';
import { mainStep } from '../../generators/case.ts';
import type { Case } from '../../generators/case.ts';
import { formatCasePath, lastChunkOf } from './case-path.ts';
import type { CasePath } from './case-path.ts';
import { caseHash } from './case-log.ts';
import type { CaseSource, CaseWent } from './live-cases.ts';
import type { CaseRun } from './run-case.ts';
import { slotsOf } from './slots.ts';

/** A case as a trace has it. */
export interface RecordedCase {
  /** Of the case as it was drawn when it was recorded: see {@link caseHash}. */
  readonly hash: string;
  readonly exchanges: ReadonlyMap<string, Exchange>;
  readonly unset: string | null;
}

/**
 * Cases whose answers were recorded. A case that was sent several times gives its answers in the same order. One that
 * is drawn otherwise than when it was recorded, or that was never sent, is not known.
 */
export class RecordedCases implements CaseSource {
  readonly #cases: ReadonlyMap<string, RecordedCase[]>;
  readonly #witness: (went: CaseWent) => void;
  readonly #isLasting: boolean;
  /** Cases that are recorded under their path and were drawn otherwise then. */
  changed = 0;
  readonly #lastChunk: number;
  #isPast = false;

  /**
   * The runs of each case, by its path as text, the first one first. They are used up, but for the last where it is
   * `isLasting`: then a case can be looked at more often than it was sent.
   */
  constructor(
    cases: ReadonlyMap<string, RecordedCase[]>,
    options: { readonly witness?: (went: CaseWent) => void; readonly isLasting?: boolean } = {},
  ) {
    this.#cases = cases;
    this.#lastChunk = lastChunkOf(cases.keys());
    this.#witness = options.witness ?? (() => undefined);
    this.#isLasting = options.isLasting === true;
  }

  /** Whether a case beyond all that were recorded was asked for: cases are drawn chunk by chunk, so none will follow. */
  get isPast(): boolean {
    return this.#isPast;
  }

  run(path: CasePath, testCase: Case): Promise<CaseRun | null> {
    this.#isPast ||= path.chunk > this.#lastChunk;
    const runs = this.#cases.get(formatCasePath(path)) ?? [];
    const recorded = this.#isLasting && runs.length === 1 ? runs[0] : runs.shift();
    if (recorded === undefined) return Promise.resolve(null);
    if (recorded.hash !== caseHash(testCase)) {
      this.changed += 1;
      return Promise.resolve(null);
    }
    const { exchanges, unset } = recorded;
    // Otherwise the trace was changed by hand.
    if (unset === null && !exchanges.has(mainStep(testCase).name)) return Promise.resolve(null);
    const result = { exchanges, unset, slots: slotsOf(testCase, exchanges) };
    this.#witness({ path, testCase, result });
    return Promise.resolve(result);
  }

  tidyUp(): Promise<void> {
    return Promise.resolve();
  }

  /** What was shared when it was recorded is so for ever. */
  apart(): this {
    return this;
  }
}
