import type { Exchange } from '../../../driver/exchange.ts';
import { isRepeatable, retryAfterMs } from '../../../driver/repeatable.ts';
import { noLimit } from '../../../driver/time-limit.ts';
import type { TimeLimit } from '../../../driver/time-limit.ts';
import { pauseUnless } from './outage.ts';
import type { Sender } from './outage.ts';

/** Tries of one request after its first. */
const repeatsEach = 2;
/** Repetitions in a row that changed nothing: a target that always answers like that is not asked twice for ever. */
const mostVainRetries = 24;
/** What a target may have a request wait in all. */
const longestWaitMs = 30_000;
const pauseMs = 100;

/**
 * Sends requests again whose answer may be a transient answer of the gateway. Only where a repetition does no harm: what mints or
 * burns something (a registration, a code, a token) is not repeated, unless it was turned away by 429, which says that
 * nothing was done (RFC 6585 section 4).
 */
export class Retries {
  #count = 0;
  #credit = mostVainRetries;
  readonly #limit: TimeLimit;

  /** Nothing is waited for beyond the limit. */
  constructor(limit: TimeLimit = noLimit) {
    this.#limit = limit;
  }

  /** How many requests were sent again. */
  get count(): number {
    return this.#count;
  }

  /** Takes one repetition of a whole case from what the target is still given; false where nothing is left. */
  spend(): boolean {
    if (this.#credit === 0) return false;
    this.#credit -= 1;
    this.#count += 1;
    return true;
  }

  /** The exchange that counts: the first, or that of a repetition as long as `isTransient` holds. */
  async settle(
    wire: Sender,
    first: Exchange,
    isTransient: (exchange: Exchange) => boolean,
  ): Promise<Exchange> {
    let exchange = first;
    let waitedMs = 0;
    for (let repeat = 1; repeat <= repeatsEach; repeat += 1) {
      const pause = pauseOf(exchange, repeat);
      waitedMs += pause;
      if (this.#credit === 0 || waitedMs > longestWaitMs || pause > this.#limit.leftMs()) break;
      if (!mayRepeat(exchange, wire)) break;
      if (!(await pauseUnless(this.#limit.isOver, pause))) break;
      this.#count += 1;
      const repetition = await wire.send(exchange.request);
      // Nobody is there any more, or we have hung up: what there is to tell is the exchange before.
      if (repetition.failure?.kind === 'refused' || repetition.failure?.kind === 'cancelled') break;
      exchange = { ...repetition, isRepeated: true };
      if (!isTransient(exchange)) {
        this.#credit = mostVainRetries;
        break;
      }
      this.#credit = Math.max(0, this.#credit - 1);
    }
    return exchange;
  }
}

function pauseOf(exchange: Exchange, repeat: number): number {
  return retryAfterMs(exchange) ?? pauseMs * repeat;
}

function mayRepeat({ request, response, failure }: Exchange, wire: Sender): boolean {
  if (response?.status === 429) return true;
  if (failure?.kind === 'cancelled') return false;
  // What hangs once, hangs long: twice would stall the run.
  return failure?.kind !== 'hang' && isRepeatable(request, wire.target.basePath);
}
