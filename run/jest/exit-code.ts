import { exitCodes } from '../user-error.ts';

let wanted: number = exitCodes.conforms;
let isWatched = false;

/**
 * Ends this process, whenever Jest ends it, with the exit code of a run, or the highest of several. Jest itself knows
 * two: all tests passed, and not all did. It sets its own when the process exits, unless it ends the process itself.
 */
export function leaveWith(exitCode: number): void {
  wanted = Math.max(wanted, exitCode);
  if (isWatched) return;
  isWatched = true;
  process.on('exit', apply);
  process.once('beforeExit', () => process.on('exit', apply));
}

/** Violations are failed tests, so Jest's own exit code tells them, unless they are warnings under `strict`. */
function apply(): void {
  if (wanted === exitCodes.conforms) return;
  const isToldByJest = wanted === exitCodes.violations && Number(process.exitCode ?? 0) !== 0;
  if (!isToldByJest) process.exitCode = wanted;
}
