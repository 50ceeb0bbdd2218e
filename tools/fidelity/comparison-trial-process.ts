import { loadBundledContract } from '../../spec/load-contract.ts';
import type { ComparisonTrial, ComparisonTrialResult } from './comparison-trial.ts';
import { runComparisonTrial } from './run-comparison-trial.ts';

/** Awaited below: the pool cannot load a module that awaits something at its top. */
const contract = loadBundledContract();

/** Drives a comparison in a process that the pool has started. */
export async function run(trial: ComparisonTrial): Promise<ComparisonTrialResult> {
  return runComparisonTrial(trial, await contract);
}
