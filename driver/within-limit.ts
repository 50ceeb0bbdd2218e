import type { TimeLimit } from './time-limit.ts';

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
