import type { Exchange } from '../../../driver/exchange.ts';
import { isRepeatable, retryAfterMs } from '../../../driver/repeatable.ts';
import { noLimit } from '../../../driver/time-limit.ts';
import type { TimeLimit } from '../../../driver/time-limit.ts';
import { pauseUnless } from './outage.ts';
import type { Sender } from './outage.ts';

/** Attempts at one request after the first. */
const repeatsEach = 2;
/**
 * The most repetitions in a row that changed nothing: a target that always answers like that is not asked twice for
 * ever.
 */
const mostVainRetries = 24;
/** The longest total wait that a target can ask for. */
const longestWaitMs = 30_000;
const pauseMs = 100;

/**
 * Repeats requests whose answer may be a transient answer of the gateway, only where a repetition does no harm. A
 * request that creates or uses up something (a registration, a code, a token) is not repeated, unless it was answered
 * with 429, which says that nothing was done (RFC 6585 section 4).
 */
export class Retries {
  #count = 0;
  #credit: number;
  readonly #limit: TimeLimit;

  /** Does not wait beyond the limit. Without credit, nothing is repeated. */
  constructor(limit: TimeLimit = noLimit, credit = mostVainRetries) {
    this.#limit = limit;
    this.#credit = credit;
  }

  /** How many requests were sent again. */
  get count(): number {
    return this.#count;
  }

  /** Uses one repetition for a whole case; false if none is left. */
  spend(): boolean {
    if (this.#credit === 0) return false;
    this.#credit -= 1;
    this.#count += 1;
    return true;
  }

  /** The exchange that counts: the first one, or a repetition, which is repeated as long as `isTransient` holds. */
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
      // The target is gone, or we have cancelled the request: the exchange before it counts.
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
  // A request that hangs once hangs for long: to repeat it would stall the run.
  return failure?.kind !== 'hang' && isRepeatable(request, wire.target.basePath);
}
