import { monotonicMs } from '../../../driver/time-limit.ts';
import type { SuiteRun } from '../suite-run.ts';

/** Does work that reproduces defects, and takes its time off what is left for it. */
export async function inSearchTime<Result>(
  run: Pick<SuiteRun, 'searchMsLeft'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const startedAt = monotonicMs();
  try {
    return await work();
  } finally {
    run.searchMsLeft -= monotonicMs() - startedAt;
  }
}
