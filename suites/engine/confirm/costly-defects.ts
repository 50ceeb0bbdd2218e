import type { Attempt } from '../../../checks/rule.ts';
import type { Defect } from '../recorder.ts';
import { shrinkTimeMs } from '../shrink.ts';

/** Whether a case has a request that was never answered, for which it takes too long to wait again and again. */
export function isCostly({ exchanges }: Pick<Attempt, 'exchanges'>): boolean {
  return [...exchanges.values()].some(
    ({ failure, durationMs }) => failure?.kind === 'hang' && durationMs >= shrinkTimeMs,
  );
}

/**
 * The defects for which cases are sent again at the same time, as often as they have to show, since one after another
 * would take minutes. Not those of cases that run alone.
 */
export function sentTogether(
  defects: readonly Defect[],
  concurrency: number,
  times: number,
): readonly Defect[] {
  return defects
    .filter(({ attempt, drawn }) => isCostly(attempt) && drawn.family.isAlone !== true)
    .slice(0, Math.max(1, Math.floor(concurrency / times)));
}
