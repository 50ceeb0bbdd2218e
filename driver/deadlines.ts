import type { TimeLimit } from './time-limit.ts';

export interface Expirable {
  /** When it is over, the outcome is no longer needed. */
  readonly limit: TimeLimit;
  /** Called when it took too long. */
  expire(): void;
  /** Called when its limit is over. */
  cancel(): void;
}

/**
 * Ends what takes longer than `timeoutMs`, and what is no longer needed, with one timer for all. Time is counted in
 * ticks, not read from a clock. No tick passes while our own process is busy, so our own delay is never taken for a
 * slow answer. Each end is at most one tick late.
 */
export class Deadlines {
  readonly #tickMs: number;
  readonly #ticksAllowed: number;
  /**
   * Unordered and short: one entry for each connection. A Map would not help: entries deleted from a Map that has
   * become old stay in memory until the next full collection.
   */
  readonly #watched: Expirable[] = [];
  /** The tick at which each entry is due. */
  readonly #due: number[] = [];
  #tick = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(timeoutMs: number) {
    this.#tickMs = Math.min(250, Math.max(10, Math.ceil(timeoutMs / 20)));
    // The first tick may come at once.
    this.#ticksAllowed = Math.ceil(timeoutMs / this.#tickMs) + 1;
  }

  /** Watches an entry that has begun. Its time starts now. */
  watch(entry: Expirable): void {
    this.#add(entry, this.#tick + this.#ticksAllowed);
  }

  /** Watches an entry that has not begun yet: only its limit ends it. */
  expect(entry: Expirable): void {
    this.#add(entry, Infinity);
  }

  forget(entry: Expirable): void {
    const index = this.#watched.indexOf(entry);
    if (index < 0) return;
    const last = this.#watched.pop();
    const due = this.#due.pop();
    if (last === undefined || due === undefined || last === entry) return;
    this.#watched[index] = last;
    this.#due[index] = due;
  }

  #add(entry: Expirable, due: number): void {
    this.forget(entry);
    this.#watched.push(entry);
    this.#due.push(due);
    this.#timer ??= setInterval(this.#onTick, this.#tickMs).unref();
  }

  readonly #onTick = (): void => {
    this.#tick += 1;
    if (this.#watched.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    // After the poll phase of this turn, so that bytes waiting in the socket are read before anything is given up.
    setImmediate(this.#endDue);
  };

  readonly #endDue = (): void => {
    const over = this.#watched.filter((_, index) => (this.#due[index] ?? 0) <= this.#tick);
    for (const entry of over) {
      this.forget(entry);
      entry.expire();
    }
    for (const entry of this.#watched.filter(({ limit }) => limit.isOver())) {
      this.forget(entry);
      entry.cancel();
    }
  };
}
