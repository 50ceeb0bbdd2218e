import { setTimeout as wait } from 'node:timers/promises';
import type { Exchange } from '../../../driver/exchange.ts';
import { monotonicMs } from '../../../driver/time-limit.ts';

/** How often it is asked whether to go on. */
const stepMs = 50;

/** Waits until the time is up or nobody wants what comes after it any more; tells whether it was the time. */
export async function pauseUnless(isOver: () => boolean, ms: number): Promise<boolean> {
  const until = monotonicMs() + ms;
  for (let left = ms; left > 0; left = until - monotonicMs()) {
    if (isOver()) return false;
    await wait(Math.min(stepMs, left));
  }
  return true;
}

/** Waits to the end. */
export function wholePause(ms: number): Promise<boolean> {
  return pauseUnless(() => false, ms);
}

/** A crashed server under a supervisor is back within seconds; one that is gone should not hold a run up. */
const usualOutageMs = 10_000;
const pauseMs = 250;

/** Since when nobody listens at a target, as all who send to it see it: so that it is waited for once. */
export class Outage {
  #hasListened: boolean;
  #since: number | null = null;
  readonly #patienceMs: number;

  /** `hasListened`: whether somebody was there before; else there is nothing to wait for. */
  constructor(hasListened = false, patienceMs = usualOutageMs) {
    this.#hasListened = hasListened;
    this.#patienceMs = patienceMs;
  }

  /** Somebody took a connection, whatever became of it. */
  end(): void {
    this.#hasListened = true;
    this.#since = null;
  }

  /** Nobody did. Tells whether to go on waiting. */
  goesOn(): boolean {
    if (!this.#hasListened) return false;
    this.#since ??= monotonicMs();
    return monotonicMs() - this.#since <= this.#patienceMs;
  }
}

/** A way to send, and where to. */
export interface Sender {
  readonly target: { readonly basePath: string };
  readonly send: (request: Exchange['request']) => Promise<Exchange>;
}

/**
 * Lets a run go on after the target has crashed and was started again: a request that met nobody listening, where
 * somebody was before, is sent again until the target is back or the time for that is over. Nothing is sent twice by that,
 * since no connection was made. The crash itself shows in the exchange that caused it.
 */
export function withPatience<Wire extends Sender>(wire: Wire, outage: Outage): Pick<Wire, 'target' | 'send'> {
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
