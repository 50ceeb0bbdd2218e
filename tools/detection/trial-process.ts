import { loadBundledContract } from '../../spec/load-contract.ts';
import { runTrial } from './run-trial.ts';
import type { Trial } from './trial.ts';

/**
 * Runs trials in its own process: each message is a trial, and its result is sent back. The only argument is the seed.
 * Exits with its parent process.
 */
const setting = { contract: await loadBundledContract(), seed: Number(process.argv[2]) };

process.on('message', (message) => {
  void runTrial(message as Trial, setting).then((result) => process.send?.(result));
});
process.once('disconnect', () => process.exit());
