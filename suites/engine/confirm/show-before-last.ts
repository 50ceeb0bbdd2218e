import type { Family } from '../../../generators/family.ts';
import { findAgain } from '../finding.ts';
import type { Recorder } from '../recorder.ts';
import type { SuiteRun } from '../suite-run.ts';
import { isHung } from './costly-defects.ts';
import { inSearchTime } from './search-time.ts';
import { showWaiting } from './show-waiting.ts';
import { isSighted } from './sighting.ts';

/**
 * Returns what has to be awaited before a case of a family. Before the first one that may end the target or keep it
 * busy, it sends the cases of those defects again that have to show again, and notes those that do. Nothing might show
 * again afterwards, so that whatever was found before would be taken for chance.
 */
export function showingBeforeLast(run: SuiteRun, recorder: Recorder): (family: Family) => Promise<void> {
  let areLast = false;
  return async ({ isCrashProne }) => {
    if (areLast || isCrashProne !== true) return;
    areLast = true;
    await showWaiting(run, recorder);
    await inSearchTime(run, () => showAgain(run, recorder));
  };
}

async function showAgain(run: SuiteRun, { tallies }: Recorder): Promise<void> {
  for (const { rule, defects } of tallies) {
    for (const defect of [...defects.values()]) {
      if (!defect.isTransient || isHung(defect.attempt) || run.shown.has(defect)) continue;
      const again = await findAgain(run, rule, defect);
      if (isSighted(again)) run.shown.set(defect, again);
    }
  }
}
