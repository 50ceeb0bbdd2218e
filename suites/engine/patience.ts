import { setTimeout as wait } from 'node:timers/promises';
import type { Exchange } from '../../driver/exchange.ts';
import type { Wire } from './run-case.ts';

/** A crashed server under a supervisor is back within seconds; one that is gone should not hold a run up. */
const patienceMs = 10_000;
const pauseMs = 250;

/**
 * Lets a run go on after the target has crashed and was started again: a request that met nobody listening, where
 * somebody was before, is sent again until the target is back or patience is at an end. Nothing is sent twice by that,
 * since no connection was made. The crash itself shows in the exchange that caused it.
 */
export function withPatience(wire: Wire): Wire {
  let hasAnswered = false;
  let outageSince: number | null = null;
  const send = async (request: Exchange['request']): Promise<Exchange> => {
    for (;;) {
      const exchange = await wire.send(request);
      if (exchange.response !== null) {
        hasAnswered = true;
        outageSince = null;
      }
      if (exchange.failure?.kind !== 'refused' || !hasAnswered) return exchange;
      outageSince ??= Date.now();
      if (Date.now() - outageSince > patienceMs) return exchange;
      await wait(pauseMs);
    }
  };
  return { target: wire.target, send };
}
