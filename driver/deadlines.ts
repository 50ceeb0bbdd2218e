import type { TimeLimit } from './time-limit.ts';

/** Something that must end in time. */
export interface Expirable {
  /** After it nobody waits for the outcome any more. */
  readonly limit: TimeLimit;
  /** It took too long. */
  expire(): void;
  /** Its limit is over. */
  cancel(): void;
}

/**
 * Ends what takes longer than `timeoutMs`, and what nobody waits for any more; one timer for all.
 * Time is counted in ticks, not read from a clock: while our own process is busy no tick passes, so a
 * slow run of ours is never taken for a slow answer. What ends late, ends at most one tick late.
 */
export class Deadlines {
  readonly #tickMs: number;
  readonly #ticksAllowed: number;
  /**
   * In no order, and few: one for each connection. A Map would be of no use: what was deleted from one that has grown
   * old stays in memory until the next full collection.
   */
  readonly #watched: Expirable[] = [];
  /** The tick at which each of them is due. */
  readonly #due: number[] = [];
  #tick = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(timeoutMs: number) {
    this.#tickMs = Math.min(250, Math.max(10, Math.ceil(timeoutMs / 20)));
    // The first tick can come at once.
    this.#ticksAllowed = Math.ceil(timeoutMs / this.#tickMs) + 1;
  }

  /** Watches over what has begun and has its time from now on. */
  watch(entry: Expirable): void {
    this.#add(entry, this.#tick + this.#ticksAllowed);
  }

  /** Watches over what has not begun yet: only its limit ends it. */
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
    // After the poll phase of this turn: bytes that wait in the socket are read before anything is given up.
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
