/** How often the clock checks whether this process is stalled. */
const tickMs = 20;

/** A shorter delay is ordinary work. Its cost counts as that of the machine, not as a stall. */
const shortestStallMs = 30;

/**
 * A clock that stops while this process is busy: judging, collecting garbage, or waiting for a CPU. An answer that
 * arrives meanwhile is only read afterwards, and the target is not to blame for that delay. If the process stalls, the
 * measured time may be too short but is never too long.
 */
export class AttentiveClock {
  #stalledMs = 0;
  #lastTick = 0;
  #users = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Starts to watch for stalls; every call needs its own `stop`. Returns the same as `now`. */
  start(): number {
    this.#users += 1;
    if (this.#timer === undefined) {
      this.#lastTick = performance.now();
      this.#timer = setInterval(this.#onTick, tickMs).unref();
    }
    return this.now();
  }

  /** Milliseconds since an arbitrary moment, without the stalls. Only valid between `start` and `stop`. */
  now(): number {
    const time = performance.now();
    return time - this.#stalledMs - this.#stallBefore(time);
  }

  stop(): void {
    this.#users -= 1;
  }

  /** How late the next tick is: one that is overdue shows a stall that is not over yet. */
  #stallBefore(time: number): number {
    const lateMs = time - this.#lastTick - tickMs;
    return lateMs < shortestStallMs ? 0 : lateMs;
  }

  readonly #onTick = (): void => {
    const time = performance.now();
    this.#stalledMs += this.#stallBefore(time);
    this.#lastTick = time;
    if (this.#users > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  };
}
