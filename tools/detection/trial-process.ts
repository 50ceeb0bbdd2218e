import { loadBundledContract } from '../../spec/load-contract.ts';
import { runTrial } from './run-trial.ts';
import type { Trial, TrialResult } from './trial.ts';

/** Awaited below: the pool cannot load a module that awaits something at its top. */
const contract = loadBundledContract();

/** Drives a trial in a process that the pool has started. */
export async function run({
  trial,
  seed,
}: {
  readonly trial: Trial;
  readonly seed: number;
}): Promise<TrialResult> {
  return runTrial(trial, { contract: await contract, seed });
}
