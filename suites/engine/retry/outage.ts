import { setTimeout as wait } from 'node:timers/promises';
import type { Exchange } from '../../../driver/exchange.ts';
import { monotonicMs } from '../../../driver/time-limit.ts';

/** How often it is checked whether to stop waiting. */
const stepMs = 50;

/** Waits until the time is up or `isOver` is true. Returns whether the whole time passed. */
export async function pauseUnless(isOver: () => boolean, ms: number): Promise<boolean> {
  const until = monotonicMs() + ms;
  for (let left = ms; left > 0; left = until - monotonicMs()) {
    if (isOver()) return false;
    await wait(Math.min(stepMs, left));
  }
  return true;
}

/** Waits for the whole time. */
export function wholePause(ms: number): Promise<boolean> {
  return pauseUnless(() => false, ms);
}

/** A crashed server under a supervisor is back within seconds. One that is gone must not hold up a run. */
const usualOutageMs = 10_000;
const pauseMs = 250;

/**
 * An outage of a target, during which nothing listens there. All senders share it, so that the run waits for it only
 * once.
 */
export class Outage {
  #hasListened: boolean;
  #since: number | null = null;
  readonly #longestMs: number;

  /** `hasListened`: whether the target was reached before. If not, there is nothing to wait for. */
  constructor(hasListened = false, longestMs = usualOutageMs) {
    this.#hasListened = hasListened;
    this.#longestMs = longestMs;
  }

  /** Called when a connection was accepted, whatever became of it. */
  end(): void {
    this.#hasListened = true;
    this.#since = null;
  }

  /** Called when a connection was refused. Returns whether to go on waiting. */
  goesOn(): boolean {
    if (!this.#hasListened) return false;
    this.#since ??= monotonicMs();
    return monotonicMs() - this.#since <= this.#longestMs;
  }
}

/** A function that sends requests, and their target. */
export interface Sender {
  readonly target: { readonly basePath: string };
  readonly send: (request: Exchange['request']) => Promise<Exchange>;
}

/**
 * Lets a run go on after the target crashed and was restarted. If a connection is refused where the target was reached
 * before, the request is sent again until the target is back or the time for that is over. No request is performed
 * twice, since no connection was made. The crash itself shows in the exchange that caused it.
 */
export function withOutageRetries<Wire extends Sender>(
  wire: Wire,
  outage: Outage,
): Pick<Wire, 'target' | 'send'> {
  const send = async (request: Exchange['request']): Promise<Exchange> => {
    for (;;) {
      const exchange = await wire.send(request);
      if (exchange.failure?.kind === 'cancelled') return exchange;
      if (exchange.failure?.kind !== 'refused') {
        outage.end();
        return exchange;
      }
      if (!outage.goesOn()) return exchange;
      await wait(pauseMs);
    }
  };
  return { target: wire.target, send };
}
