import { loadBundledContract } from '../../spec/load-contract.ts';
import type { ComparisonTrial } from './comparison-trial.ts';
import { runComparisonTrial } from './run-comparison-trial.ts';

/**
 * Drives comparisons in a process of its own: each message is a trial, and its result is sent back. Ends with the
 * process that started it.
 */
const contract = await loadBundledContract();

process.on('message', (message) => {
  void runComparisonTrial(message as ComparisonTrial, contract).then((result) => process.send?.(result));
});
process.once('disconnect', () => process.exit());
