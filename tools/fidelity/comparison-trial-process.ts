import { loadBundledContract } from '../../spec/load-contract.ts';
import type { ComparisonTrial, ComparisonTrialResult } from './comparison-trial.ts';
import { runComparisonTrial } from './run-comparison-trial.ts';

/** Awaited in `run`, because the pool cannot load a module with a top-level await. */
const contract = loadBundledContract();

/** Runs a comparison in a process of the pool. */
export async function run(trial: ComparisonTrial): Promise<ComparisonTrialResult> {
  return runComparisonTrial(trial, await contract);
}
