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
