import { conductRun } from '../../run/conduct-run.ts';
import { driveReplay } from '../../run/drive-replay.ts';
import { loadJest, runJest } from '../../run/jest/run-jest.ts';
import type { GivenOptions } from '../../run/options/run-settings.ts';

/** Drives the target as the options say, writes the reports and returns the exit code. */
export function runConformance(options: GivenOptions): Promise<number> {
  return conductRun(options, {
    presentation: 'command',
    testNames: null,
    showsProgress: true,
    loadDriver: loadJest,
    drive: (run, limit) => {
      const { plan, workers, workDir } = run;
      return plan.replay === null ? runJest({ plan, workers, workDir, limit }) : driveReplay(run);
    },
  });
}
