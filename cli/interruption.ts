import { exitCodes } from './user-error.ts';

let interruptions = 0;
let isWatched = false;

/** Whether this process has been asked to stop. */
export function isInterrupted(): boolean {
  return interruptions > 0;
}

/**
 * Lets the first SIGINT, SIGTERM or SIGHUP end the run in order: what was judged is reported, what was created is removed.
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
  process.on('SIGHUP', interrupt);
  // A worker whose run was killed: nobody would take what it finds, and `clean` removes what the ledger holds, which it
  // could not if this went on to create.
  process.once('disconnect', () => process.exit(exitCodes.interrupted));
}
