import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInProcesses } from '../process-pool.ts';
import type { PlannedTrial, Trial, TrialResult } from './trial.ts';

const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'trial-process.js');

/** Runs trials concurrently, each alone in a process at the time, and yields their results in order. */
export function runTrials(
  trials: readonly Trial[],
  draw: Omit<PlannedTrial, 'trial'>,
): AsyncGenerator<TrialResult> {
  return runInProcesses(
    trials.map((trial) => ({ trial, ...draw })),
    { entry, nameOf: ({ trial: { kind, id } }) => `${kind} ${id}` },
  );
}
