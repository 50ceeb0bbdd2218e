import { exitCodes } from './user-error.ts';

let interruptions = 0;
let isWatched = false;

/** Whether this process has been asked to stop. */
export function isInterrupted(): boolean {
  return interruptions > 0;
}

/**
 * Lets the first SIGINT or SIGTERM end the run in order: what was judged is reported, what was created is removed.
 * A second one ends it at once.
 */
export function watchInterruption(): void {
  if (isWatched) return;
  isWatched = true;
  const interrupt = (): void => {
    interruptions += 1;
    if (interruptions > 1) process.exit(exitCodes.interrupted);
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  // A worker whose run was killed stops by itself: nobody would take what it finds.
  process.once('disconnect', () => {
    interruptions = Math.max(interruptions, 1);
  });
}
