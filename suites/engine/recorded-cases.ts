import type { Exchange } from '../../driver/exchange.ts';
import { mainStep } from '../../generators/case.ts';
import type { Case } from '../../generators/case.ts';
import { formatCasePath, lastChunkOf } from './case-path.ts';
import type { CasePath } from './case-path.ts';
import { caseHash } from './case-log.ts';
import type { CaseSource, CaseWent } from './live-cases.ts';
import type { CaseRun } from './run-case.ts';
import { slotsOf } from './slots.ts';

/** A case in a trace. */
export interface RecordedCase {
  /** The hash of the case as drawn for the recording: see {@link caseHash}. */
  readonly hash: string;
  readonly exchanges: ReadonlyMap<string, Exchange>;
  readonly unset: string | null;
}

/**
 * Cases whose answers were recorded. A case that was sent several times gives its answers in the same order. A case
 * that is now drawn differently, or that was never sent, is unknown.
 */
export class RecordedCases implements CaseSource {
  readonly #cases: ReadonlyMap<string, RecordedCase[]>;
  readonly #witness: (went: CaseWent) => void;
  readonly #isLasting: boolean;
  /** How many cases are recorded under their path but are now drawn differently. */
  changed = 0;
  readonly #lastChunk: number;
  #isPast = false;

  /**
   * The runs of each case in order, by its path as text. They are used up. With `isLasting` the last one is kept, so
   * that a case can be examined more often than it was sent.
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

  /**
   * Whether a case beyond all recorded ones was requested. Cases are drawn chunk by chunk, so no recorded one will
   * follow.
   */
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
    // If this is not so, the trace was edited by hand.
    if (unset === null && !exchanges.has(mainStep(testCase).name)) return Promise.resolve(null);
    const result = { exchanges, unset, slots: slotsOf(testCase, exchanges) };
    this.#witness({ path, testCase, result });
    return Promise.resolve(result);
  }

  tidyUp(): Promise<void> {
    return Promise.resolve();
  }

  /** Steps that were shared in the recording stay shared. */
  apart(): this {
    return this;
  }
}
