import { loadBundledContract } from '../../spec/load-contract.ts';
import { runTrial } from './run-trial.ts';
import type { Trial } from './trial.ts';

/**
 * Drives trials in a process of its own: each message is a trial, and its result is sent back. Its one argument is
 * the seed. Ends with the process that started it.
 */
const setting = { contract: await loadBundledContract(), seed: Number(process.argv[2]) };

process.on('message', (message) => {
  void runTrial(message as Trial, setting).then((result) => process.send?.(result));
});
process.once('disconnect', () => process.exit());
