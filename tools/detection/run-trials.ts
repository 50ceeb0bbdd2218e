import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInProcesses } from '../process-pool.ts';
import type { Trial, TrialResult } from './trial.ts';

const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'trial-process.js');

/** Drives trials, one at a time a core, and gives each result as it comes. */
export function runTrials(trials: readonly Trial[], seed: number): AsyncGenerator<TrialResult> {
  const nameOf = ({ kind, id }: Trial): string => `${kind} ${id}`;
  return runInProcesses(trials, { entry, arguments: [String(seed)], nameOf });
}
