import { limitAt, monotonicMs, type TimeLimit } from './time-limit.ts';

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
