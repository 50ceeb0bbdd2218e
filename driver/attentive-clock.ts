/** How often the clock looks whether this process still takes turns. */
const tickMs = 20;

/** A turn that is late by less than this is ordinary work; what it costs belongs to the machine, not to a stall. */
const shortestStallMs = 30;

/**
 * A clock that stands still while this process is busy with itself: judging, collecting garbage, waiting for a
 * processor. An answer that came meanwhile is only read afterwards, and that delay is none of the target's. What a
 * target takes is measured too short where the process stalled during it, and never too long.
 */
export class AttentiveClock {
  #stalledMs = 0;
  #lastTick = 0;
  #users = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Starts to look for stalls; every call needs a `stop` of its own. Returns what `now` would. */
  start(): number {
    this.#users += 1;
    if (this.#timer === undefined) {
      this.#lastTick = performance.now();
      this.#timer = setInterval(this.#onTick, tickMs).unref();
    }
    return this.now();
  }

  /** Milliseconds from no certain moment on, without the stalls. Makes sense between `start` and `stop` only. */
  now(): number {
    const time = performance.now();
    return time - this.#stalledMs - this.#stallBefore(time);
  }

  stop(): void {
    this.#users -= 1;
  }

  /** How late the next tick is: one that is due and did not come shows a stall that is not over yet. */
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
