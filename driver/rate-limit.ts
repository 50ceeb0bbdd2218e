import { setTimeout as wait } from 'node:timers/promises';

/**
 * Lets so many requests a second through, evenly spaced and without bursts: whatever second is looked at, it holds no
 * more than the rate and one.
 */
export class RateLimit {
  readonly #spacingMs: number;
  #nextAt = 0;

  constructor(perSecond: number) {
    this.#spacingMs = 1000 / perSecond;
  }

  /** Resolves when the next request may go, in the order of the calls. */
  async take(): Promise<void> {
    const now = performance.now();
    const mine = Math.max(now, this.#nextAt);
    this.#nextAt = mine + this.#spacingMs;
    // Timers may be early by less than a millisecond.
    if (mine > now) await wait(Math.ceil(mine - now));
  }
}
