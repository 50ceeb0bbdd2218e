import type { Exchange, Failure } from '../../driver/exchange.ts';
import { monotonicMs } from '../../driver/time-limit.ts';

/**
 * Stops a run that has become pointless: the target is gone, or answers nothing any more, or the time is up. A hang
 * or reset of single requests does not stop it: those are findings.
 */
export class SafetyStop {
  #unanswered = 0;
  #reason: string | null = null;
  #isForSilence = false;
  #isReleased = false;
  readonly #deadline: number | null;
  readonly #isInterrupted: () => boolean;
  /** So many requests in a row without any answer, whoever sent them, are no finding of one case any more. */
  readonly #limit: number;

  constructor(plan: {
    readonly concurrency: number;
    readonly deadline: number | null;
    readonly isInterrupted: () => boolean;
  }) {
    this.#limit = 2 * plan.concurrency + 8;
    this.#deadline = plan.deadline;
    this.#isInterrupted = plan.isInterrupted;
  }

  /** Why the run was stopped, or null. */
  get reason(): string | null {
    return this.#reason;
  }

  /** Whether all cases were sent, so that nothing but tidying up and looking again is left. */
  get isReleased(): boolean {
    return this.#isReleased;
  }

  /** Whether the run was stopped because no answers came any more. */
  get isForSilence(): boolean {
    return this.#isForSilence;
  }

  isStopped(): boolean {
    if (this.#isReleased) return false;
    if (this.#isInterrupted()) this.#reason ??= 'interrupted';
    if (this.#reason === null && this.#deadline !== null && monotonicMs() >= this.#deadline) {
      this.#reason = 'the time for the run was up before all cases were sent';
    }
    return this.#reason !== null;
  }

  /** Looks at each exchange as it comes, and hands it on. */
  watch(exchange: Exchange): Exchange {
    // We have hung up, and not the target.
    if (exchange.failure?.kind === 'cancelled') return exchange;
    this.#unanswered = exchange.response === null ? this.#unanswered + 1 : 0;
    const { failure } = exchange;
    if (
      failure !== null &&
      this.#reason === null &&
      (this.#unanswered >= this.#limit || isGone(failure, this.#unanswered))
    ) {
      this.#isForSilence = true;
      this.#reason = `the target stopped answering: ${failure.message}`;
    }
    return exchange;
  }

  /** Lets the requests through that tidy up after a stop. */
  release(): void {
    this.#isReleased = true;
  }
}

/** Nobody listens any more: no need to see it many times. */
function isGone(failure: Failure, times: number): boolean {
  return (failure.kind === 'refused' || failure.kind === 'unresolved') && times >= 8;
}
