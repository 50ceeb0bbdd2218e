import { setTimeout as wait } from 'node:timers/promises';
import { monotonicMs } from '../../driver/time-limit.ts';

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
