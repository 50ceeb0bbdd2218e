import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { addRunOptions } from './add-run-options.ts';
import { checkOutputs } from '../run/check-outputs.ts';
import { compareLedgers } from './commands/compare-ledgers.ts';
import { compareTargets } from './commands/compare.ts';
import { reference } from '../run/plan-comparison.ts';
import { loadConfigFile } from './load-config-file.ts';
import { readOptions } from './read-options.ts';

/** Options of `compare` only. */
interface CompareValues {
  readonly minFidelity?: string;
  readonly fault?: readonly string[];
}

/**
 * Adds the `compare` command, which compares two targets, one target's trace with another target, or two behaviour
 * ledgers.
 */
export function addCompare(program: Command, setExitCode: (exitCode: number) => void): void {
  const compare = program
    .command('compare')
    .description('tell in what two targets differ that are sent the same cases, or two behaviour ledgers')
    .argument('<A>', 'what to measure by: an address, "reference" for the embedded target, or a trace')
    .argument('<B>', 'what is measured, such as a mock: an address or "reference"; or, both, a ledger')
    .option('--min-fidelity <percent>', 'exit 0 from this score on (default: no difference at all)')
    .option('--fault <id...>', 'faults of B where it is "reference"');
  addRunOptions(compare, 'compare');
  compare.action(async (a: string, b: string, values: CompareValues & Readonly<Record<string, unknown>>) => {
    const { minFidelity, fault = [], ...others } = values;
    const file = await loadConfigFile(process.cwd());
    const options = readOptions({ commandLine: others, environment: process.env, file });
    await checkOutputs(options, { writes: ['result'], inputs: [a, b].filter(isFile) });
    setExitCode(
      isFile(a) && isFile(b)
        ? await compareLedgers(a, b, options.result ?? null)
        : await compareTargets({ a, b, isRecorded: isFile(a), faults: fault }, options, minFidelity),
    );
  });
}

/** A file that has the name of a target must be given with its folder. */
function isFile(argument: string): boolean {
  return argument !== reference && !/^https?:/i.test(argument) && existsSync(argument);
}
