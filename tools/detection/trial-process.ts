import { loadBundledContract } from '../../spec/load-contract.ts';
import { runTrial } from './run-trial.ts';
import type { Trial, TrialResult } from './trial.ts';

/** Awaited in `run`, because the pool cannot load a module with a top-level await. */
const contract = loadBundledContract();

/** Runs a trial in a process of the pool. */
export async function run({
  trial,
  seed,
}: {
  readonly trial: Trial;
  readonly seed: number;
}): Promise<TrialResult> {
  return runTrial(trial, { contract: await contract, seed });
}
