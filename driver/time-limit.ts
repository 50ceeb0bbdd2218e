/**
 * Milliseconds of a clock that only goes forward and that all processes of the machine share. `performance.now()` counts
 * from the start of its own process, and `Date.now()` jumps when the clock is set.
 */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** The end of a span of time, or of anybody's wish to go on. */
export interface TimeLimit {
  readonly isOver: () => boolean;
  /** Milliseconds that are left, 0 where none are; Infinity without an end. */
  readonly leftMs: () => number;
}

/** A limit that is never reached. */
export const noLimit: TimeLimit = { isOver: () => false, leftMs: () => Infinity };

/** A limit at a moment of {@link monotonicMs}. */
export function limitAt(moment: number): TimeLimit {
  const leftMs = (): number => Math.max(0, moment - monotonicMs());
  return { isOver: () => leftMs() === 0, leftMs };
}

/** A limit so many milliseconds from now. */
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

/** How often a limit is looked at that may end at any moment: nobody waits longer for a signal than this. */
const lookMs = 50;

/** What work comes to, or null where a limit ends first: the work is then left to itself. */
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
  // Nobody waits for it any more once the limit is over.
  done.catch(() => undefined);
  try {
    return await Promise.race([done, over]);
  } finally {
    clearInterval(timer);
  }
}

/**
 * When a run ends before it is through: at its deadline, or when somebody has had enough of it. Whatever is done for a
 * run asks it, so that no phase outlasts it. What is left to do then has limits counted from it.
 */
export class RunEnd implements TimeLimit {
  #at = Infinity;
  #isTold = false;

  /** Ends the run at a moment of `monotonicMs`, unless it ends earlier. */
  setDeadline(moment: number | null): void {
    if (moment !== null) this.#at = Math.min(this.#at, moment);
  }

  /** The moment of its end as far as it is known, for other processes of the run; null where none is. */
  get deadline(): number | null {
    return this.#at === Infinity ? null : this.#at;
  }

  /** Ends the run now. */
  tell(): void {
    this.#isTold = true;
    this.setDeadline(monotonicMs());
  }

  /** Whether it was told to end, and did not come to its deadline only. */
  readonly isTold = (): boolean => this.#isTold;

  readonly isOver = (): boolean => this.leftMs() === 0;

  readonly leftMs = (): number => Math.max(0, this.#at - monotonicMs());

  /** The limit so many milliseconds after the end, whenever that comes. */
  plus(ms: number): TimeLimit {
    const limit = (): TimeLimit => limitAt(this.#at + ms);
    return { isOver: () => limit().isOver(), leftMs: () => limit().leftMs() };
  }
}
