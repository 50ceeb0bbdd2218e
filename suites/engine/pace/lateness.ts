import type { Exchange } from '../../../driver/exchange.ts';

/** Each of them takes as long as the timeout of a request, and may keep the target busy for longer. */
export const mostHangs = 3;
/** An answer that takes longer than this is late. */
const lateMs = 1_000;
/** If answers are late by so much on average, one more will hold up the suite. */
const slowMs = 500;

/** By how much an answer is late that took so long. */
export function lateBy(durationMs: number): number {
  return Math.max(0, durationMs - lateMs);
}

/** How late answers are. */
export class Lateness {
  #ms = 0;
  #answered = 0;
  #silent = 0;

  /** Counts a request. Returns by how much it was late. */
  add({ response, durationMs }: Pick<Exchange, 'response' | 'durationMs'>): number {
    const late = lateBy(durationMs);
    if (response === null) {
      this.#silent += 1;
    } else {
      this.#ms += late;
      this.#answered += 1;
    }
    return late;
  }

  /** Requests that are not answered say nothing about others, unless none is. */
  get isSlow(): boolean {
    return this.#answered === 0
      ? this.#silent >= mostHangs
      : this.#ms > 0 && this.#ms >= slowMs * this.#answered;
  }
}

/** How long late answers have held up the suites of a run, in milliseconds. */
export interface HeldUp {
  ms: number;
  /** Whether a case that was never answered was not answered again, so that hangs are no chance on this target. */
  isHangProved?: true;
}

/** How many cases of a kind may hang before no more of it are sent. */
export function mostHangsOf({ isHangProved }: HeldUp): number {
  return isHangProved === true ? 1 : mostHangs;
}

/** What became of the cases of a kind. */
export class Kind {
  begun = 0;
  ended = 0;
  /** Those with a request that was never answered. */
  hangs = 0;
  readonly late = new Lateness();
}
