import type { TimeLimit } from '../driver/time-limit.ts';
import { isInterrupted, runEnd } from './interruption.ts';
import { exitCodes, UserError } from './user-error.ts';

/** How often a limit is looked at. */
const lookMs = 100;

/** What a work comes to, or null where its limit is over first. It is not stopped then, but nobody hears of it any more. */
export async function within<Result extends object>(
  limit: TimeLimit,
  work: Promise<Result>,
): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setInterval(() => {
      if (limit.isOver()) resolve(null);
    }, lookMs);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearInterval(timer);
  }
}

/** What has to be done before anything is driven. Throws a UserError where the run is to end first: there is nothing to report. */
export async function beforeEnd<Result extends object>(work: Promise<Result>): Promise<Result> {
  const result = await within(runEnd, work).catch((error: unknown) => {
    if (runEnd.isOver()) return null;
    throw error;
  });
  if (result !== null) return result;
  throw isInterrupted()
    ? new UserError('interrupted before anything was driven', exitCodes.interrupted)
    : new UserError(
        '--max-time: the time was up before anything was driven; give it more',
        exitCodes.targetNotDriven,
      );
}

/** A signal for what takes one: given when the limit is over. `stop` ends the looking. */
export function abortAt(limit: TimeLimit): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  const timer = setInterval(() => {
    if (limit.isOver()) controller.abort();
  }, lookMs);
  return {
    signal: controller.signal,
    stop: () => {
      clearInterval(timer);
    },
  };
}
