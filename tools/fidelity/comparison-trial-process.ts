import { loadBundledContract } from '../../spec/load-contract.ts';
import type { ComparisonTrial } from './comparison-trial.ts';
import { runComparisonTrial } from './run-comparison-trial.ts';

/**
 * Runs comparisons in its own process: each message is a trial, and its result is sent back. Exits with its parent
 * process.
 */
const contract = await loadBundledContract();

process.on('message', (message) => {
  void runComparisonTrial(message as ComparisonTrial, contract).then((result) => process.send?.(result));
});
process.once('disconnect', () => process.exit());
