import type { Attempt } from '../../../checks/rule.ts';
import type { Case } from '../../../generators/case.ts';
import type { HeldUp } from '../pace/lateness.ts';
import type { Defect } from '../recorder.ts';
import { shrinkTimeMs } from '../shrink.ts';

/** A case whose steps wait for so long takes long. */
const longWaitMs = 1_000;

/** Whether a case has a request that was never answered, for which it takes too long to wait again and again. */
export function isHung({ exchanges }: Pick<Attempt, 'exchanges'>): boolean {
  return [...exchanges.values()].some(
    ({ failure, durationMs }) => failure?.kind === 'hang' && durationMs >= shrinkTimeMs,
  );
}

/** Whether a case waits between its steps, so that it takes long each time. */
export function isWaiting({ steps }: Case): boolean {
  return steps.reduce((sum, { waitMs = 0 }) => sum + waitMs, 0) >= longWaitMs;
}

/** Whether a case takes so long that it is sent again a few times only. */
export function isCostly(attempt: Pick<Attempt, 'case' | 'exchanges'>): boolean {
  return isHung(attempt) || isWaiting(attempt.case);
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
    .filter(({ attempt, drawn }) => isHung(attempt) && drawn.family.isAlone !== true)
    .slice(0, Math.max(1, Math.floor(concurrency / times)));
}

/**
 * Whether requests that are not answered are no chance, so that nothing is sent again for which it takes that long: an
 * earlier suite has proved it of this target, and more than one case hung here, or one that looks for hangs.
 */
export function isHangKnown(heldUp: HeldUp | undefined, defects: readonly Defect[]): boolean {
  const hung = defects.filter(({ attempt }) => isHung(attempt));
  const cases = hung.reduce((sum, { count }) => sum + count, 0);
  return (
    heldUp?.isHangProved === true &&
    (cases > 1 || hung.some(({ drawn: { family } }) => family.isHangProne === true))
  );
}

/** The defects of cases that wait, but for those of a place in which so many others are. */
export function shownByWaiting(defects: Iterable<Defect>, enough: number): readonly Defect[] {
  const all = [...defects];
  const waiting = all.filter(({ attempt }) => isWaiting(attempt.case) && !isHung(attempt));
  const others = all.filter((defect) => !waiting.includes(defect));
  return waiting.filter(({ place }) => others.filter((other) => other.place === place).length < enough);
}
