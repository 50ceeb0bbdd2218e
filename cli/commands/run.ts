import { conductRun } from '../../run/conduct-run.ts';
import { runJest } from '../../run/jest/run-jest.ts';
import type { GivenOptions } from '../../run/options/run-settings.ts';

/** Drives the target as the options say, writes the reports and returns the exit code. */
export function runConformance(options: GivenOptions): Promise<number> {
  return conductRun(options, {
    presentation: 'command',
    testNames: null,
    showsProgress: true,
    drive: ({ plan, workers, workDir }, limit) => runJest({ plan, workers, workDir, limit }),
  });
}
