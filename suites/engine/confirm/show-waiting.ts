import { findAgain } from '../finding.ts';
import type { Recorder } from '../recorder.ts';
import type { SuiteRun } from '../suite-run.ts';
import { shownByWaiting } from './costly-defects.ts';
import { inSearchTime } from './search-time.ts';

/** Families whose cases are sent again until so many have shown a violation in one place; the others are only named. */
export const shownOfPlace = 5;

/**
 * Sends the cases again that wait, all at the same time, and notes what came of it: one after another, each rule that
 * they violate would take seconds.
 */
export async function showWaiting(run: SuiteRun, { tallies }: Recorder): Promise<void> {
  const all = tallies.flatMap(({ rule, defects }) =>
    shownByWaiting(defects.values(), shownOfPlace)
      .filter((defect) => !run.shown.has(defect))
      .map(async (defect) => {
        run.shown.set(defect, await findAgain(run, rule, defect));
      }),
  );
  await inSearchTime(run, () => Promise.all(all));
}
