import { noLimit } from './time-limit.ts';
import type { TimeLimit } from './time-limit.ts';

/** A request that waits for its turn. */
interface Waiting {
  readonly limit: TimeLimit;
  readonly tell: (mayGo: boolean) => void;
}

/** How often waiting requests are checked for limits that are over. */
const lookMs = 100;

/**
 * Lets this many requests a second through, evenly spaced and without bursts: any second has at most one more than the
 * rate.
 */
export class RateLimit {
  readonly #spacingMs: number;
  #waiting: Waiting[] = [];
  #nextAt = 0;
  #isTimed = false;

  constructor(perSecond: number) {
    this.#spacingMs = 1000 / perSecond;
  }

  /**
   * Resolves when the next request may be sent, in the order of the calls. The result is true, or false once the limit
   * is over. A false takes no turn from others.
   */
  take(limit: TimeLimit = noLimit): Promise<boolean> {
    return new Promise((tell) => {
      if (this.#waiting.length === 0) this.#nextAt = Math.max(this.#nextAt, performance.now());
      this.#waiting.push({ limit, tell });
      if (!this.#isTimed) this.#serve();
    });
  }

  #serve(): void {
    this.#dismissLate();
    const now = performance.now();
    while (this.#waiting.length > 0 && this.#nextAt <= now) {
      this.#waiting.shift()?.tell(true);
      // Makes up for a late timer, but not for a stall of this process.
      this.#nextAt = Math.max(this.#nextAt, now - lookMs) + this.#spacingMs;
    }
    if (this.#waiting.length === 0) return;
    this.#isTimed = true;
    setTimeout(
      () => {
        this.#isTimed = false;
        this.#serve();
      },
      // Timers may fire early by less than a millisecond.
      Math.min(lookMs, Math.ceil(this.#nextAt - now)),
    );
  }

  #dismissLate(): void {
    const late = this.#waiting.filter(({ limit }) => limit.isOver());
    if (late.length === 0) return;
    this.#waiting = this.#waiting.filter((one) => !late.includes(one));
    for (const { tell } of late) tell(false);
  }
}
