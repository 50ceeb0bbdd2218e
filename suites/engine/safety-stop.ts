import type { Exchange, Failure } from '../../driver/exchange.ts';
import { monotonicMs } from '../../driver/time-limit.ts';
import { mostHangs } from './pace/lateness.ts';

/**
 * Stops a run that has become pointless: the target is gone or no longer answers, or the time is up. A hang or reset of
 * single requests does not stop it, since these are findings.
 */
export class SafetyStop {
  #unanswered = 0;
  #hasAnswered = false;
  #lastFailure: Failure | null = null;
  #reason: string | null = null;
  #isForSilence = false;
  #isReleased = false;
  readonly #deadline: number | null;
  readonly #isInterrupted: () => boolean;
  /** This many requests in a row without an answer, of any cases, are no longer a finding of one case. */
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

  /** Whether all cases were sent, so that only cleanup and reproducing findings are left. */
  get isReleased(): boolean {
    return this.#isReleased;
  }

  /** Whether the run was stopped because the target no longer answered. */
  get isForSilence(): boolean {
    return this.#isForSilence;
  }

  /** Whether what was sent last was not answered: as much as is sent of one kind of cases. */
  get isSilent(): boolean {
    return this.#reason === null && this.#unanswered >= mostHangs;
  }

  /** Whether any request was answered. */
  get hasAnswered(): boolean {
    return this.#hasAnswered;
  }

  /** Stops the run because the target is silent. */
  stopForSilence(): void {
    this.#isForSilence = true;
    this.#reason = `the target stopped answering: ${this.#lastFailure?.message ?? 'no answer'}`;
  }

  isStopped(): boolean {
    if (this.#isReleased) return false;
    if (this.#isInterrupted()) this.#reason ??= 'interrupted';
    if (this.#reason === null && this.#deadline !== null && monotonicMs() >= this.#deadline) {
      this.#reason = 'the time for the run was up before all cases were sent';
    }
    return this.#reason !== null;
  }

  /** Examines each exchange and returns it. */
  watch(exchange: Exchange): Exchange {
    // We ended it, not the target.
    if (exchange.failure?.kind === 'cancelled') return exchange;
    this.#unanswered = exchange.response === null ? this.#unanswered + 1 : 0;
    this.#hasAnswered ||= exchange.response !== null;
    const { failure } = exchange;
    this.#lastFailure = failure;
    if (
      failure !== null &&
      this.#reason === null &&
      (this.#unanswered >= this.#limit || isGone(failure, this.#unanswered))
    ) {
      this.stopForSilence();
    }
    return exchange;
  }

  /** Allows the requests that clean up after a stop. */
  release(): void {
    this.#isReleased = true;
  }
}

/** Nothing listens there any more, so a few failures are enough. */
function isGone(failure: Failure, times: number): boolean {
  return (failure.kind === 'refused' || failure.kind === 'unresolved') && times >= 8;
}
