/** Something that must end in time. */
export interface Expirable {
  expire(): void;
}

/**
 * Ends what takes longer than `timeoutMs`; a set insert and delete for each request, one timer for all.
 * Time is counted in ticks, not read from a clock: while our own process is busy no tick passes, so a
 * slow run of ours is never taken for a slow answer. What ends late, ends at most one tick late.
 */
export class Deadlines {
  readonly #tickMs: number;
  readonly #ticksAllowed: number;
  /** In the order of their start; all have the same time, so the first to expire is always in front. */
  readonly #watched = new Map<Expirable, number>();
  #tick = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(timeoutMs: number) {
    this.#tickMs = Math.min(250, Math.max(10, Math.ceil(timeoutMs / 20)));
    // The first tick can come at once.
    this.#ticksAllowed = Math.ceil(timeoutMs / this.#tickMs) + 1;
  }

  watch(entry: Expirable): void {
    this.#watched.delete(entry);
    this.#watched.set(entry, this.#tick + this.#ticksAllowed);
    this.#timer ??= setInterval(this.#onTick, this.#tickMs).unref();
  }

  forget(entry: Expirable): void {
    this.#watched.delete(entry);
  }

  readonly #onTick = (): void => {
    this.#tick += 1;
    if (this.#watched.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    // After the poll phase of this turn: bytes that wait in the socket are read before anything is given up.
    setImmediate(this.#expireDue);
  };

  readonly #expireDue = (): void => {
    for (const [entry, due] of this.#watched) {
      if (due > this.#tick) return;
      this.#watched.delete(entry);
      entry.expire();
    }
  };
}
