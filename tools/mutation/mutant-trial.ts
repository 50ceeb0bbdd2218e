import { bundledContract } from '../../spec/bundled-contract.ts';
import { loadContract } from '../../spec/load-contract.ts';
import { runTrial } from '../detection/run-trial.ts';

/**
 * The test command of mutation testing: drives the reference target with the mutation that the environment switches
 * on, and ends with 1 as soon as a rule is violated that a strict run fails by, or where the target cannot be driven.
 */
const id = process.env['__STRYKER_ACTIVE_MUTANT__'] ?? 'none';
const setting = { contract: await loadContract(bundledContract), seed: 1 };
const { violated, broken } = await runTrial({ kind: 'mutant', id }, setting);
for (const { detail } of violated) process.stdout.write(`${detail}\n`);
for (const what of broken) process.stdout.write(`broken: ${what}\n`);
process.exit(violated.length + broken.length > 0 ? 1 : 0);
