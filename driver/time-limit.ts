/**
 * Milliseconds of a monotonic clock that all processes of the machine share. `performance.now()` counts from the start
 * of its own process, and `Date.now()` jumps when the clock is set.
 */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** The end of a time span, or of a run that is stopped. */
export interface TimeLimit {
  readonly isOver: () => boolean;
  /** Milliseconds left, 0 if none are; Infinity without an end. */
  readonly leftMs: () => number;
}

export const noLimit: TimeLimit = { isOver: () => false, leftMs: () => Infinity };

/** A limit at a moment of {@link monotonicMs}. */
export function limitAt(moment: number): TimeLimit {
  const leftMs = (): number => Math.max(0, moment - monotonicMs());
  return { isOver: () => leftMs() === 0, leftMs };
}

/** A limit this many milliseconds from now. */
export function limitAfter(ms: number): TimeLimit {
  return limitAt(monotonicMs() + ms);
}

/** The limit that is reached first. */
export function soonest(...limits: readonly TimeLimit[]): TimeLimit {
  return {
    isOver: () => limits.some((limit) => limit.isOver()),
    leftMs: () => Math.min(Infinity, ...limits.map((limit) => limit.leftMs())),
  };
}

/** How often a limit is checked that may end at any moment. This is the longest delay of a signal. */
const lookMs = 50;

/** The result of the work, or null if a limit ends first: the work then continues unobserved. */
export async function withinLimit<Result>(
  limit: TimeLimit,
  work: () => Promise<Result>,
): Promise<Result | null> {
  if (limit.isOver()) return null;
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setInterval(() => {
      if (limit.isOver()) resolve(null);
    }, lookMs);
  });
  const done = work();
  // Once the limit is over, nobody handles a rejection.
  done.catch(() => undefined);
  try {
    return await Promise.race([done, over]);
  } finally {
    clearInterval(timer);
  }
}

/**
 * The early end of a run: at its deadline, or when it is stopped. All work for a run checks it, so that no phase
 * outlasts it. The limits of the remaining work are counted from it.
 */
export class RunEnd implements TimeLimit {
  #at = Infinity;
  #isTold = false;

  /** Ends the run at a moment of `monotonicMs`, unless it ends earlier. */
  setDeadline(moment: number | null): void {
    if (moment !== null) this.#at = Math.min(this.#at, moment);
  }

  /** The moment of its end, if known, for other processes of the run; null if not. */
  get deadline(): number | null {
    return this.#at === Infinity ? null : this.#at;
  }

  /** Forgets the end of a run, for the next run of the same process. */
  reset(): void {
    this.#at = Infinity;
    this.#isTold = false;
  }

  /** Ends the run now. */
  tell(): void {
    this.#isTold = true;
    this.setDeadline(monotonicMs());
  }

  /** Whether the run was stopped, rather than only reached its deadline. */
  readonly isTold = (): boolean => this.#isTold;

  readonly isOver = (): boolean => this.leftMs() === 0;

  readonly leftMs = (): number => Math.max(0, this.#at - monotonicMs());

  /** The limit this many milliseconds after the end, whenever that comes. */
  plus(ms: number): TimeLimit {
    const limit = (): TimeLimit => limitAt(this.#at + ms);
    return { isOver: () => limit().isOver(), leftMs: () => limit().leftMs() };
  }
}
