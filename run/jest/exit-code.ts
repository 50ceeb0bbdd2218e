import { exitCodes } from '../user-error.ts';

/** From the least to the most telling, for several runs in one Jest. */
const order: readonly number[] = [
  exitCodes.conforms,
  exitCodes.usage,
  exitCodes.targetNotDriven,
  exitCodes.violations,
  exitCodes.internal,
  exitCodes.interrupted,
];
let wanted: number = exitCodes.conforms;
let isWatched = false;

/**
 * Makes this process end with the exit code of a run, or the most telling of several. Jest itself knows two: all tests
 * passed, and not all did. With `--forceExit` Jest's own stays.
 */
export function leaveWith(exitCode: number): void {
  if (order.indexOf(exitCode) > order.indexOf(wanted)) wanted = exitCode;
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
