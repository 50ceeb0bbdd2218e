import { loadBundledContract } from '../../spec/load-contract.ts';
import { runTrial } from './run-trial.ts';
import type { PlannedTrial, TrialResult } from './trial.ts';

/** Awaited in `run`, because the pool cannot load a module with a top-level await. */
const contract = loadBundledContract();

/** Runs a trial in a process of the pool. */
export async function run({ trial, ...setting }: PlannedTrial): Promise<TrialResult> {
  return runTrial(trial, { contract: await contract, ...setting });
}
